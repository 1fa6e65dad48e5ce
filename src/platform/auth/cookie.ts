/** The cookie that holds an officer's session token. */
export const officerCookie = "officer";
