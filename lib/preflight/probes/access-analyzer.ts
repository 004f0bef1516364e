import { AccessAnalyzerClient, ListAnalyzersCommand } from '@aws-sdk/client-accessanalyzer';
import { allPages } from '../pages';
import { probe } from '../probe';
import { judgeSingleton, type Singleton } from '../singleton';

/** Those of which an account has one in a region; an organization's analyzers are counted apart. */
const ANALYZERS: readonly { readonly type: string; readonly singleton: Singleton }[] = [
  {
    type: 'ACCOUNT',
    singleton: {
      field: 'accessAnalyzer',
      what: 'an analyzer of external access',
      types: ['AWS::AccessAnalyzer::Analyzer'],
      adoptedAbsent: 'attention',
    },
  },
  {
    type: 'ACCOUNT_UNUSED_ACCESS',
    singleton: {
      field: 'unusedAccessAnalyzer',
      what: 'an analyzer of unused access',
      types: ['AWS::AccessAnalyzer::Analyzer'],
      adoptedAbsent: 'attention',
    },
  },
];

/** One analyzer, as far as it matters here. */
interface AnalyzerReading {
  readonly arn?: string | undefined;
  readonly type?: string | undefined;
}

/** Access Analyzer: an account has one of each type in a region. @see 45 CFR 164.308(a)(4)(ii)(C) */
export const accessAnalyzerProbe = probe({
  id: 'access-analyzer',
  title: 'IAM Access Analyzer',
  actions: ['access-analyzer:ListAnalyzers'],
  read: async (account, ask): Promise<readonly AnalyzerReading[]> =>
    await ask('access-analyzer:ListAnalyzers', () =>
      allPages(async (nextToken) => {
        const page = await account.client(AccessAnalyzerClient).send(new ListAnalyzersCommand({ nextToken }));
        return { items: page.analyzers, next: page.nextToken };
      }),
    ),
  judge: (analyzers, plan) =>
    ANALYZERS.flatMap(({ type, singleton }) => {
      const ids = analyzers.filter((analyzer) => analyzer.type === type).flatMap(({ arn }) => arn ?? []);
      return judgeSingleton(singleton, { ids }, plan);
    }),
});
