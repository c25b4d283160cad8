import { chownSync, fchownSync, statSync } from "node:fs";

/**
 * When root starts Clientele over another user's data folder, what is made there stays that user's,
 * so that the user can start it again.
 * @param {string} folder
 * @param {string | number} made a path, or an open file
 */
export function leaveToOwnerOf(folder, made) {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(folder);
  if (uid === 0) return;
  if (typeof made === "number") fchownSync(made, uid, gid);
  else chownSync(made, uid, gid);
}
