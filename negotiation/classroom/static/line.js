// The line to the server: says so while it is cut, comes back by itself, and answers each frame once.

import { say } from "./words.js";

const WAITS = [500, 1000, 2000, 4000]; // milliseconds before another try
const PULSE = 8000; // milliseconds between signs of life; one unanswered and the line counts as cut

export class Line {
  /** path: of the socket; hello: what the first frame says beside the token; told: called with every frame of news;
   * shown: called with a sentence on the connection, or with nothing when all is well. */
  constructor(path, token, { hello = () => ({}), told = () => {}, shown = () => {} } = {}) {
    Object.assign(this, { path, token, hello, told, shown, tries: 0, number: 0, asked: new Map() });
    this.open();
    window.addEventListener("offline", () => this.socket.close());
    window.addEventListener("online", () => { this.tries = 0; });
    setInterval(() => this.pulse(), PULSE);
  }

  /** A silent line looks like a quiet one: ask for a sign of life. */
  pulse() {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    if (this.waits) { this.socket.close(); return; }
    this.waits = true;
    this.ask({ type: "here" }).then(() => { this.waits = false; });
  }

  open() {
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    this.waits = false;
    this.socket = new WebSocket(`${scheme}//${location.host}${this.path}`);
    this.socket.addEventListener("open", () => {
      this.send({ type: "hello", token: this.token, ...this.hello() });
    });
    this.socket.addEventListener("message", (message) => this.heard(JSON.parse(message.data)));
    this.socket.addEventListener("close", (event) => this.closed(event));
  }

  closed(event) {
    for (const answer of this.asked.values()) answer({ type: "cut" });
    this.asked.clear();
    if (event.code === 1008) {
      this.shown(say("line.refused"));
      return;
    }
    this.shown(say("line.cut"));
    const wait = WAITS[Math.min(this.tries, WAITS.length - 1)];
    this.tries += 1;
    setTimeout(() => this.open(), wait);
  }

  heard(frame) {
    if (frame.id !== undefined && this.asked.has(frame.id)) {
      this.asked.get(frame.id)(frame);
      this.asked.delete(frame.id);
      return;
    }
    this.tries = 0;
    this.shown("");
    this.told(frame);
  }

  send(frame) {
    this.socket.send(JSON.stringify(frame));
  }

  /** Send a frame and wait for its answer; {type: "cut"} where the line is down. */
  ask(frame) {
    if (this.socket.readyState !== WebSocket.OPEN) return Promise.resolve({ type: "cut" });
    this.number += 1;
    const id = this.number;
    return new Promise((answer) => {
      this.asked.set(id, answer);
      this.send({ ...frame, id });
    });
  }
}
