/** The verbs with which AWS names calls that change nothing. */
const READ = /^(Get|List|Describe|Lookup)[A-Z]/;

/** Whether a call of AWS only reads, by its name: `DescribeVpcs`, or `DescribeVpcsCommand`. */
function isReadCall(name: string): boolean {
  return READ.test(name);
}

/** What of an SDK client is needed to stop a call before it is sent. */
interface GuardableClient {
  readonly middlewareStack: {
    add(
      middleware: <T>(
        next: (args: never) => Promise<T>,
        context: { readonly commandName?: string },
      ) => (args: never) => Promise<T>,
      options: { readonly step: 'initialize'; readonly name: string; readonly priority: 'high' },
    ): void;
  };
}

/** A client that sends nothing but reads; any other call ends with an error of ours before it leaves the machine. */
export function readOnly<C extends GuardableClient>(client: C): C {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (!isReadCall(commandName)) throw new Error(`'preflight' must only read, got: '${commandName}'`);
        return await next(args);
      },
    { step: 'initialize', name: 'readOnly', priority: 'high' },
  );
  return client;
}
