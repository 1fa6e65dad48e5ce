export { listenersSlot, record, type Happening } from "./announce.ts";
export { defineEvent, type EventType, hear, type Listener } from "./event.ts";
