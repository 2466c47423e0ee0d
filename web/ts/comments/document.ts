/** A page of ours, parsed by the browser: no text of anyone is turned into HTML here. */
export function page(address: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.setRequestHeader("accept", "text/html");
    request.addEventListener("load", () => {
      if (request.status === 200 && request.responseXML) resolve(request.responseXML);
      else reject(new Error(`${request.status}`));
    });
    request.addEventListener("error", () => reject(new Error("no answer")));
    request.send();
  });
}
