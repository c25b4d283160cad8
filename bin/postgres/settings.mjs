const MB = 1024 * 1024;

/**
 * The server's settings, written anew at each start.
 * @param {{ port: number, socket: string | null, data: string, hostRules: string, memory: number, durable: boolean }} given
 *   memory is what the machine or its container has, in bytes
 */
export function serverSettings({ port, socket, data, hostRules, memory, durable }) {
  const settings = {
    data_directory: data,
    hba_file: hostRules,
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: socket ?? "",
    unix_socket_permissions: "0700",
    max_connections: 100,
    cluster_name: "clientele",

    // What was acknowledged survives a crash.
    fsync: durable ? "on" : "off",
    full_page_writes: durable ? "on" : "off",
    synchronous_commit: durable ? "on" : "off",
    ...(process.platform === "darwin" ? { wal_sync_method: "fsync_writethrough" } : {}),

    shared_buffers: `${sharedBuffers(memory)}MB`,
    effective_cache_size: `${Math.max(64, Math.floor(memory / 2 / MB))}MB`,
    maintenance_work_mem: `${clamp(memory / 16 / MB, 16, 256)}MB`,
    work_mem: "16MB",
    random_page_cost: 1.1,
    jit: "off",
    max_parallel_workers_per_gather: 0,

    // The log holds no values: they are people's names and addresses.
    log_destination: "stderr",
    logging_collector: "off",
    log_line_prefix: "%m [%p] ",
    log_error_verbosity: "terse",
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
    log_min_error_statement: "panic",
    log_checkpoints: "off",

    // Nothing depends on the machine's language or clock zone.
    timezone: "UTC",
    log_timezone: "UTC",
    lc_messages: "C",
    lc_monetary: "C",
    lc_numeric: "C",
    lc_time: "C",
    datestyle: "iso, ymd",
    default_text_search_config: "pg_catalog.simple",
    password_encryption: "scram-sha-256",
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${quote(value)}`);
  return `# Written by Clientele at each start: changes here are lost.\n${lines.join("\n")}\n`;
}

/** Who may connect: programs on this machine that know a password. */
export const hostRules = [
  "# Written by Clientele at each start: changes here are lost.",
  "local all all scram-sha-256",
  "host all all 127.0.0.1/32 scram-sha-256",
  "",
].join("\n");

function sharedBuffers(memory) {
  return clamp(memory / 4 / MB, 32, 512);
}

function clamp(value, low, high) {
  return Math.floor(Math.min(high, Math.max(low, value)));
}

function quote(value) {
  return `'${String(value).replaceAll("'", "''")}'`;
}
