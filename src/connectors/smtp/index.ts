export { type SmtpOptions, smtpCarrier } from "./carrier.ts";
