import { text } from 'node:stream/consumers';
import canonicalize from 'canonicalize';

// The reference implementation of RFC 8785 is an ES module, which the test runner does not load: a process of its own does.
const values: readonly unknown[] = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(values.map((value) => canonicalize(value))));
