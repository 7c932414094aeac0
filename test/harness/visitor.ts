/** Somebody with a browser that has no scripts: follows nothing by itself, and keeps its cookies. */
export interface Visitor {
  get: (path: string) => Promise<Page>;
  /** Sends a form as this site's own page would; `headers` puts another page in its place. */
  post: (path: string, fields: Record<string, string>, headers?: Record<string, string>) => Promise<Page>;
  signIn: (email: string, password: string) => Promise<Page>;
  cookies: Map<string, string>;
}

/** One answer, read to its end. */
export interface Page {
  status: number;
  headers: Headers;
  body: string;
  /** Where it leads, as a path; null when it stays. */
  leadsTo: string | null;
}

/** A visitor of the site at an address. */
export function visit(url: string): Visitor {
  const cookies = new Map<string, string>();

  async function ask(path: string, init: RequestInit): Promise<Page> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...(init.headers as Record<string, string>), ...(cookie && { cookie }) };
    const response = await fetch(url + path, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === "" || value === "deleted") cookies.delete(name!);
      else cookies.set(name!, value!);
    }
    const { status, headers: answered } = response;
    return { status, headers: answered, body: await response.text(), leadsTo: answered.get("location") };
  }

  const post: Visitor["post"] = (path, fields, headers = { origin: url }) =>
    ask(path, { method: "POST", body: new URLSearchParams(fields), headers });
  return {
    get: (path) => ask(path, {}),
    post,
    signIn: (email, password) => post("/sign-in", { email, password }),
    cookies,
  };
}
