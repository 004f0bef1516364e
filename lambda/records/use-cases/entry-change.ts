import type { ListCategory } from '../domain/access/category';
import type { WrittenList } from '../domain/access/scope';
import type { CategoryContent, Diagnosis, DiagnosisCode } from '../domain/record/patient-record';

/** A diagnosis with its code, as a physician makes it. */
interface CodedDiagnosis extends Diagnosis, DiagnosisCode {}

/** What is written by category: a diagnosis comes with its code. */
export type WrittenContent = Pick<CategoryContent, WrittenList> & { readonly diagnosis: CodedDiagnosis };

export type WrittenCategory = keyof WrittenContent;

/** One list that an entry goes into; the entry of a diagnosis and the one of its code have the same id. */
export interface EntryPart<C extends ListCategory = ListCategory> {
  readonly category: C;
  readonly content: CategoryContent[C];
}

/** The parts of what is written. */
export function partsOf<C extends WrittenCategory>(
  category: C,
  content: WrittenContent[C],
): readonly EntryPart[] {
  if (!isDiagnosis(category, content)) {
    return [{ category: category as WrittenList, content: content as CategoryContent[WrittenList] }];
  }
  const { description, code, diagnosedOn } = content;
  return [
    { category: 'diagnosis', content: { description, diagnosedOn } },
    { category: 'diagnosisCodes', content: { code, diagnosedOn } },
  ];
}

function isDiagnosis(category: WrittenCategory, _content: object): _content is CodedDiagnosis {
  return category === 'diagnosis';
}

/** The lists that an entry of the category is in. */
export function listsOf(category: WrittenCategory): readonly ListCategory[] {
  return category === 'diagnosis' ? ['diagnosis', 'diagnosisCodes'] : [category];
}

/** The verb that writes the category. */
export function writingAction(category: WrittenCategory): 'write' | 'diagnose' {
  return category === 'diagnosis' ? 'diagnose' : 'write';
}
