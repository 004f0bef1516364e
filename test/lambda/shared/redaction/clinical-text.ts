/** A repeatable source of numbers in [0, 1), so that a failing text can be written again. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Sentences with the numbers that medicine is full of and that identify nobody. `{n}` is a small number. */
export const CLINICAL_SENTENCES: readonly string[] = [
  'The patient denies chest pain, shortness of breath or palpitations at rest.',
  'Vital signs: BP 1{n}8/8{n}, HR 7{n}, RR 16, SpO2 9{n}% on room air, temperature 98.{n} F.',
  'Pain is rated {n}/10 at rest and 8/10 on movement; strength is 5/5 in all extremities.',
  'Continue metformin 500 mg twice daily and lisinopril {n} mg every morning.',
  'Laboratory results: WBC 7.{n}, hemoglobin 13.{n} g/dL, platelets 250,000/uL, creatinine 1.{n} mg/dL.',
  'Assessment: type 2 diabetes mellitus (E11.9) with hypertension (I10), well controlled.',
  'The lungs are clear to auscultation bilaterally without wheezes, rales or rhonchi.',
  'Hemoglobin A1c improved from 8.{n} to 7.{n} over the last 3 months.',
  'Echocardiogram shows an ejection fraction of 55-60% with mild mitral regurgitation.',
  'Procedure coded as 99213; consider CYP2C19 testing before clopidogrel 75 mg.',
  'Return to the clinic in {n} weeks, or sooner if symptoms worsen.',
  'Administered 0.{n} mL of a 1:1000 solution; observed for 30 minutes without reaction.',
  'This 6{n}-year-old man has a history of chronic obstructive pulmonary disease and gout.',
  'Murmur graded 2/6 at the left sternal border; reflexes 2+ and symmetric.',
  'Discussed diet, exercise and the risks and benefits of statin therapy at length.',
  'Room 12, bed {n}: resting comfortably, tolerating a regular diet, ambulating 3 times a day.',
  'Insulin glargine 1{n} units at bedtime; sliding scale before meals, q6h checks overnight.',
  'CT of the abdomen shows a {n} x 4 x 3 cm lesion in segment 7 of the liver.',
  'Follows a 1,800 calorie diet, BMI 31.{n}, weight 18{n} lb, height 5 ft 9 in.',
  'Immunizations are up to date, including COVID-19, influenza and hepatitis B.',
];

/** Sentences with one planted value each, in the proportion that notes have. */
const PLANTED_SENTENCES: readonly string[] = [
  'MRN: 00{d}{d}{d}{d}{d}, admitted on 03/1{n}/2021 by the night team.',
  'Call back at (202) 555-01{d}{d} or write to patient{d}{d}@example.org.',
  'SSN 900-1{n}-{d}{d}{d}{d} is on file; member ID XQ{d}{d}{d}{d}{d}{d}{d}.',
  'Seen again on January {n}, 2022 at 10:30 for a wound check.',
];

/** A sentence of either kind, with its gaps filled. */
function sentence(random: () => number, plantedShare: number): string {
  const from = random() < plantedShare ? PLANTED_SENTENCES : CLINICAL_SENTENCES;
  const template = from[Math.floor(random() * from.length)] ?? '';
  return template
    .replace(/\{n\}/g, () => String(1 + Math.floor(random() * 9)))
    .replace(/\{d\}/g, () => String(Math.floor(random() * 10)));
}

/** About `length` UTF-16 units of clinical notes, `plantedShare` of whose sentences carry identifiers. */
export function clinicalText(length: number, seed = 1, plantedShare = 0.1): string {
  const random = seededRandom(seed);
  const parts: string[] = [];
  for (let size = 0; size < length; ) {
    const next = sentence(random, plantedShare);
    parts.push(next);
    size += next.length + 1;
  }
  return parts.join(' ');
}
