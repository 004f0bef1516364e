import { AccessAnalyzerClient, ListAnalyzersCommand } from '@aws-sdk/client-accessanalyzer';
import { allPages } from '../pages';
import { probe } from '../probe';
import { judgeSingleton, type Singleton } from '../singleton';

const ANALYZER: Singleton = {
  field: 'accessAnalyzer',
  what: 'an IAM Access Analyzer of the account',
  types: ['AWS::AccessAnalyzer::Analyzer'],
  adoptedAbsent: 'attention',
};

/** Those of which an account has one in a region; an organization's analyzers are counted apart. */
const OF_ACCOUNT: readonly string[] = ['ACCOUNT', 'ACCOUNT_UNUSED_ACCESS'];

/** One analyzer, as far as it matters here. */
export interface AnalyzerReading {
  readonly arn?: string | undefined;
  readonly name?: string | undefined;
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
    judgeSingleton(
      ANALYZER,
      { ids: analyzers.filter(({ type = '' }) => OF_ACCOUNT.includes(type)).flatMap(({ arn }) => arn ?? []) },
      plan,
    ),
});
