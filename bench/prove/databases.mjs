import pg from 'pg';

/** An empty database for each node: on the PostgreSQL at a URL, and none of it left behind; without one, H2 in the node's folder. */
export class Databases {
  #url;
  #created = [];

  /** @param url postgresql://user:password@host:port/database, a user who may create databases */
  constructor(url) {
    this.#url = url;
  }

  /** What the node's environment says of it. */
  async create(name) {
    if (!this.#url) return {};
    const database = `urunan_prove_${process.pid}_${name}`;
    await this.#do(`create database ${database}`);
    this.#created.push(database);
    const { hostname, port, username, password } = new URL(this.#url);
    return {
      QUARKUS_DATASOURCE_JDBC_URL: `jdbc:postgresql://${hostname}:${port || 5432}/${database}`,
      QUARKUS_DATASOURCE_USERNAME: decodeURIComponent(username),
      QUARKUS_DATASOURCE_PASSWORD: decodeURIComponent(password),
    };
  }

  async dropAll() {
    for (const database of this.#created) await this.#do(`drop database ${database} with (force)`);
  }

  async #do(statement) {
    const client = new pg.Client({ connectionString: this.#url });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }
}
