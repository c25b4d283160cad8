import { randomBytes } from "node:crypto";

const iso = (column) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const FIELDS = `c.id, ${iso("c.created_at")} as created_at, ${iso("c.updated_at")} as updated_at,
  ${iso("c.deleted_at")} as deleted_at, c.email, c.first_name, c.last_name,
  (select a.id from customer_address a where a.customer_id = c.id and a.is_default_billing and a.deleted_at is null) as billing_address_id,
  c.phone, c.has_account, c.metadata`;
const COUNTS = "select day, n from customer_bucket union all select day, d from customer_delta";
const TOTAL = `(select coalesce(sum(n), 0)::int from (${COUNTS}) x)`;
const NEWEST = "c.created_at desc, c.id desc";
const LIVE = "c.deleted_at is null";
const GLANCE = 500;
const FROM_WORDS = `begin; set local enable_seqscan = off; set local enable_indexscan = off; set local jit = off;
  set local max_parallel_workers_per_gather = 0; set local work_mem = '16MB'`;

/** The best SQL known for each question; PostgreSQL writes the JSON, which goes out as it is. */
export function createBareQueries(pool) {
  const one = async (sql, values) => (await pool.query(sql, values)).rows[0];

  return {
    async firstPage({ limit }) {
      const sql = answer(
        `(select * from customer c where ${LIVE} order by ${NEWEST} limit $1) c`,
        TOTAL,
      );
      return (await one(`select ${sql} as text`, [limit])).text;
    },

    async farPage({ limit, offset }) {
      const { text } = await one(
        `with days as materialized (select day, sum(n)::bigint as n from (${COUNTS}) x group by day),
         start as materialized (select day, before from
           (select day, n, sum(n) over (order by day desc) - n as before from days) r
           where before <= $2 and $2 < before + n limit 1),
         page as materialized (select c.id from customer c where ${LIVE}
           and c.created_at < (select (day + 1)::timestamp at time zone 'UTC' from start)
           order by ${NEWEST} limit $1 offset (select $2 - before from start))
         select ${answer(`page join customer c using (id) order by ${NEWEST}`, TOTAL)} as text`,
        [limit, offset],
      );
      return text;
    },

    async byEmail({ limit, offset }) {
      const { text } = await one(
        `with page as materialized (select c.id from customer c where ${LIVE} order by c.email, c.id limit $1 offset $2)
         select ${answer("page join customer c using (id) order by c.email, c.id", TOTAL)} as text`,
        [limit, offset],
      );
      return text;
    },

    async search(q, { limit }) {
      const words = q.toLowerCase().split(" ");
      const found = await glance(words, limit);
      if (found.n === limit) {
        const matches = `select count(*)::int as n from customer c where ${LIVE} and ${indexed(words)}`;
        const { n } = await fromWords(pool, matches, values(words));
        return found.text.replace(/"count" : null/, `"count" : ${n}`);
      }
      const { text } = await fromWords(
        pool,
        `with hits as materialized (select c.id, c.created_at from customer c where ${LIVE} and ${indexed(words)}),
         page as materialized (select id from hits c order by ${NEWEST} limit ${limit})
         select ${answer(`page join customer c using (id) order by ${NEWEST}`, "(select count(*)::int from hits)")} as text`,
        values(words),
      );
      return text;
    },

    async retrieve(id) {
      const { text } = await one(
        `select json_build_object('customer', to_json(r))::text as text from (select ${FIELDS}, '[]'::json as orders,
           (select coalesce(json_agg(a), '[]') from (select * from customer_address a
             where a.customer_id = c.id and a.deleted_at is null order by created_at, id) a) as shipping_addresses
         from customer c where c.id = $1 and ${LIVE}) r`,
        [id],
      );
      return text;
    },

    create: ({ email, first_name, last_name }) =>
      write(
        pool,
        "insert into customer (id, email, first_name, last_name) values ($1, $2, $3, $4)",
        [newId("cus"), email, first_name, last_name],
      ),

    update: (id, { first_name }) =>
      write(pool, "update customer set first_name = $2 where id = $1", [id, first_name]),
  };

  async function glance(words, limit) {
    const rows = `(select * from (select * from customer c where ${LIVE} order by ${NEWEST} limit ${GLANCE}) c
      where ${liked(words)} order by ${NEWEST} limit ${limit}) c`;
    return one(
      `select json_array_length(customers) as n, json_build_object('customers', customers, 'count', null,
         'offset', 0, 'limit', ${limit}::int)::text as text from (select ${list(rows)} as customers) x`,
      values(words),
    );
  }
}

function list(source) {
  return `(select coalesce(json_agg(r), '[]') from (select ${FIELDS} from ${source}) r)`;
}

function answer(source, count) {
  return `json_build_object('customers', ${list(source)}, 'count', ${count})::text`;
}

/** Patterns first, then the letters of those that are too short for the trigram index. */
const values = (words) => words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
const liked = (words) => words.map((_, index) => `c.search_text like $${index + 1}`).join(" and ");
const indexed = (words) =>
  words.some((word) => word.length > 2)
    ? liked(words)
    : `clientele_grams(c.search_text) @> array[btrim($1, '%')]`;

async function fromWords(pool, sql, parameters) {
  const client = await pool.connect();
  try {
    await client.query(FROM_WORDS);
    const { rows } = await client.query(sql, parameters);
    await client.query("commit");
    return rows[0];
  } finally {
    client.release();
  }
}

/** One row and its history in one transaction. */
async function write(pool, sql, parameters) {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query(
      `with opened as (insert into change_set (id, actor_kind, actor_name, door, kind, label)
         values ($1, 'system', 'Bench', 'api', 'bench', 'Bare') returning id)
       select set_config('clientele.change_set', id, true) from opened`,
      [newId("chg")],
    );
    const { rows } = await client.query(
      `with c as (${sql} returning *) select json_build_object('customer', to_json(r))::text as text
       from (select ${FIELDS} from c) r`,
      parameters,
    );
    await client.query("commit");
    return rows[0].text;
  } finally {
    client.release();
  }
}

function newId(prefix) {
  return `${prefix}_${Date.now().toString(36)}${randomBytes(9).toString("hex")}`;
}
