const secure = (process.env.CLIENTELE_URL ?? "").startsWith("https://");

/** The desk's own session: a JWT that holds the token of a session row. */
export const SESSION_COOKIE = secure ? "__Host-clientele.session" : "clientele.session";

/** The session that a Medusa client signed in with: the token of a session row, as it is. */
export const MEDUSA_COOKIE = "connect.sid";
