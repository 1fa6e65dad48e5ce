export { deskShell } from "./shell.ts";
