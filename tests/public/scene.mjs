// A story with two pictures, tags and twenty comments, as weight and speed of pages are looked at.
import { Paper, picture } from "./paper.mjs";

const SAID = [
  "I came down at noon. Chains were enough, but the last bend before the bakery is ice until about ten. Go late.",
  "Thank you for the pictures. We watched from far away.",
  "My grandfather kept a book about it from 1961 on. The first snow was in the last week of October, twenty years in a row.",
  "Is there a place to stay in the village if the road closes again?",
];

export async function scene(env = {}) {
  const paper = await Paper.open(env);
  paper.dbAllow();
  const editor = await paper.staff("bo@news.example");
  const title = "First snow above the village, and the road is open";
  const body = Array.from({ length: 6 }, (_, at) => `We woke up to the first snow of the year, and ${at + 1} of us went out before breakfast. The road to the valley is open; drivers should still carry chains.`).join("\n\n");
  const captions = ["The ridge above the village at nine", "Further down it only rained"];
  for (const name of ["dusk", "storm"]) {
    await paper.publish(editor, { title: `Another ${name} in the mountains`, body, tags: "Weather", files: [picture(name)], captions });
  }
  const story = await paper.publish(editor, { title, body, tags: "Weather, Snow, Roads", place: "Amedi", files: [picture("snow"), picture("lake")], captions, checked: "We spoke with the sender and with the traffic police." });
  const thread = await paper.threadOf(story.path);
  let parent = "";
  for (let number = 0; number < 20; number++) {
    // Fourteen at the top, six answers.
    const answers = number % 3 === 2 && number < 18;
    const said = await paper.say(thread, { name: `Guest ${number + 1}`, body: `${SAID[number % SAID.length]} (${number + 1})`, parent: answers ? parent : "" });
    parent = answers ? parent : said.id;
  }
  return { paper, editor, story, thread, body };
}
