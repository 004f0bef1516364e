import { Scalar, type ScalarTag, type Tags } from 'yaml';

/** What CloudFormation does not know of YAML 1.1: dates stay texts, `<<` is a key, and sixty is no base. */
const UNKNOWN_TO_CLOUDFORMATION: ReadonlySet<string> = new Set(
  ['binary', 'bool', 'merge', 'omap', 'pairs', 'set', 'timestamp'].map((name) => `tag:yaml.org,2002:${name}`),
);

/** True and false as they are commonly read: `y` and `n` are texts. */
const BOOLEAN: ScalarTag = {
  tag: 'tag:yaml.org,2002:bool',
  default: true,
  test: /^(?:true|True|TRUE|yes|Yes|YES|on|On|ON|false|False|FALSE|no|No|NO|off|Off|OFF)$/,
  resolve: (text) => new Scalar(/^(?:t|y|on)/i.test(text)),
};

/** The tags by which CloudFormation reads plain values, out of those of YAML 1.1. */
export function yamlTags(tags: Tags): Tags {
  const kept = tags.filter(
    (tag) =>
      typeof tag === 'string' ||
      !(UNKNOWN_TO_CLOUDFORMATION.has(tag.tag) || ('format' in tag && tag.format === 'TIME')),
  );
  return [...kept, BOOLEAN];
}
