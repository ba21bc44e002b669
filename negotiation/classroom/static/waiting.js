// The page of a student who waits: goes on by itself when the game begins.

import { byId } from "./dom.js";
import { Line } from "./line.js";
import { given, say } from "./words.js";

new Line(`/waiting/${given.code}/socket`, given.token, {
  told: (frame) => {
    if (frame.type !== "waiting") return;
    byId("others").textContent = frame.closed ? say("class.over") : say("waiting.others", { count: frame.waiting });
    if (frame.game) location.assign(`/game/${frame.game}`);
  },
  shown: (sentence) => { byId("connection").textContent = sentence; byId("connection").hidden = !sentence; },
});
