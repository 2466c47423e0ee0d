// Parts of the page of one contribution that script makes a little easier.

/** Opens the tab in which something stands, so that it can have the focus (review/desk/item/tabs.html). */
export function openTabOf(found: HTMLElement): void {
  const tabs = found.closest(".tabbed");
  const name = found.closest(".notes-own") ? "own" : found.closest(".tab-notes") ? "desk" : "sender";
  const tab = tabs?.querySelector<HTMLInputElement>(`#tab-${name}`);
  if (tab) tab.checked = true;
}

/** What leads elsewhere on the page closes the sheet that it stands in. */
export function moreSheet(root: HTMLElement): void {
  root.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a") && root.matches(":popover-open")) root.hidePopover();
  });
}
