import { expect, it } from "vitest";
import { serverSettings } from "./settings.mjs";

const GB = 1024 ** 3;
const given = {
  port: 5000,
  socket: "/a/it's/socket",
  data: "/a/data",
  hostRules: "/a/hba",
  durable: true,
};

it("the server keeps what it acknowledges and logs no values", () => {
  const settings = serverSettings({ ...given, memory: 4 * GB });
  for (const line of [
    "fsync = 'on'",
    "full_page_writes = 'on'",
    "synchronous_commit = 'on'",
    "log_error_verbosity = 'terse'",
    "log_parameter_max_length = '0'",
    "log_parameter_max_length_on_error = '0'",
    "log_min_error_statement = 'panic'",
    "listen_addresses = '127.0.0.1'",
    "unix_socket_directories = '/a/it''s/socket'",
  ]) {
    expect(settings.split("\n")).toContain(line);
  }
});

it.each([
  [0.1, 32],
  [1, 256],
  [64, 512],
])("of %d GB it takes %i MB for itself", (memory, shared) => {
  const settings = serverSettings({ ...given, memory: memory * GB });
  expect(settings).toContain(`shared_buffers = '${shared}MB'`);
});

it("a folder with too long a path goes without a socket", () => {
  expect(serverSettings({ ...given, socket: null, memory: GB })).toContain(
    "unix_socket_directories = ''",
  );
});
