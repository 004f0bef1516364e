import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { isCivilDate } from '../../shared/calendar/civil-date';
import { DUTY_KINDS, type Duty } from '../domain/clock/duty';
import type { Duties } from '../ports/duties';
import { DUTIES_PARTITION, text } from './register-keys';

/** The duties that were known at deployment, and those that came since. */
export class DynamoDbDuties implements Duties {
  readonly #client: Pick<DynamoDBClient, 'send'>;
  readonly #table: string;
  readonly #known: readonly Duty[];

  constructor(client: Pick<DynamoDBClient, 'send'>, tableName: string, known: readonly Duty[]) {
    this.#client = client;
    this.#table = tableName;
    this.#known = known;
  }

  async list(): Promise<readonly Duty[]> {
    const { Items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': text(DUTIES_PARTITION) },
      }),
    );
    return [
      ...this.#known,
      ...Items.flatMap((item) => {
        const kind = DUTY_KINDS.find((known) => known === item.kind?.S);
        const due = item.due?.S;
        return item.sk?.S !== undefined && kind !== undefined && isCivilDate(due)
          ? [{ id: item.sk.S, kind, due }]
          : [];
      }),
    ];
  }
}
