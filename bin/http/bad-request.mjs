const STATUS = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Content Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

/**
 * Answers what is not even a proper request, and hangs up.
 * @param {Error & { code?: string }} error
 * @param {import("node:stream").Duplex} socket
 */
export function answerBadRequest(error, socket) {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const status = STATUS[error.code] ?? "400 Bad Request";
  socket.end(
    [
      `HTTP/1.1 ${status}`,
      "Connection: close",
      "Content-Length: 0",
      "Cache-Control: private, no-store",
      "X-Content-Type-Options: nosniff",
      "\r\n",
    ].join("\r\n"),
  );
}
