import { connect } from "./connect.mjs";

const NOT_THERE_YET = new Set(["28P01", "28000", "3D000"]);

/**
 * Makes sure that the application's role and database exist, and that the server keeps what it
 * acknowledges.
 * @param {{ url: string, superuserUrl: string, password: string, durable: boolean }} given
 * @returns {Promise<string>} the server's version
 */
export async function openDatabase({ url, superuserUrl, password, durable }) {
  try {
    return await check(url, durable);
  } catch (error) {
    if (!NOT_THERE_YET.has(error.code)) throw error;
    await provision(superuserUrl, password);
    return check(url, durable);
  }
}

async function check(url, durable) {
  const client = await connect(url);
  try {
    const { rows } = await client.query(
      "select name, setting from pg_settings where name in ('server_version', 'fsync', 'full_page_writes', 'synchronous_commit')",
    );
    const settings = Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
    for (const name of ["fsync", "full_page_writes", "synchronous_commit"]) {
      if (durable && settings[name] !== "on")
        throw new Error(`The database server runs with ${name} off.`);
    }
    return settings.server_version.split(" ")[0];
  } finally {
    await client.end();
  }
}

async function provision(superuserUrl, password) {
  const client = await connect(superuserUrl);
  const secret = client.escapeLiteral(password);
  try {
    const { rows } = await client.query(
      `select exists (select from pg_roles where rolname = 'clientele') as role,
              exists (select from pg_database where datname = 'clientele') as database`,
    );
    const [there] = rows;
    const rights = "login nosuperuser nocreatedb nocreaterole noreplication nobypassrls";
    await client.query(
      `${there.role ? "alter" : "create"} role clientele with ${rights} password ${secret}`,
    );
    if (!there.database) await client.query("create database clientele owner clientele");
    await client.query("revoke all on database clientele from public");
    await client.query("revoke all on database postgres from public");
  } finally {
    await client.end();
  }
}
