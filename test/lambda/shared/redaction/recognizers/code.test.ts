import { itKeeps, itRedacts } from '../marked-text';

describe('numbers of plans, accounts, licences, vehicles and devices by their shape', () => {
  itRedacts('HEALTH_PLAN', [
    'Medicare «1EG4-TE5-MK73» card',
    'mbi «1EG4TE5MK73»',
    'number «1EG4 TE5 MK73» shown',
  ]);
  itRedacts('ACCOUNT', [
    'paid with «4111 1111 1111 1111» today',
    'paid with «4111-1111-1111-1111» today',
    'paid with «4111111111111111» today',
    'wrong digit «4111 1111 1111 1112» today',
    'paid with «3782 822463 10005» today',
    'ends «****1111» today',
    'ends «xxxx-xxxx-xxxx-1111» today',
    'to «GB82 WEST 1234 5698 7654 32» today',
    'to «GB82WEST12345698765432» today',
    'to «DE89370400440532013000» today',
    'wrong «DE00370400440532013000» today',
  ]);
  itRedacts('LICENSE', [
    'prescriber «AB1234563» signed',
    'provider «1234567893» signed',
    'NPI «1234567890» mistyped',
    'DEA «AB1234560» mistyped',
  ]);
  itRedacts('VEHICLE', ['car «1M8GDM9AXKP042788» in lot', 'car «1M8GDM9A0KP042788» mistyped']);
  itRedacts('DEVICE', [
    'host «00:1B:44:11:3A:B7» seen',
    'host «00-1b-44-11-3a-b7» seen',
    'host «de:ad:be:ef:00:01» seen',
    'host «001b.4411.3ab7» seen',
    'pump «(01)00844588003288(17)141120(10)7654321D(21)10987654D321» used',
    'phone «490154203237518» lost',
    'phone «49-015420-323751-8» lost',
    'device «+H123PARTNO1234567890120/$$420020216LOT123456789012345/SXYZ456789012345678» implanted',
  ]);
  itRedacts('COORDINATES', [
    'at «42.3601, -71.0589» found',
    'at «42.3601° N, 71.0589° W» found',
    'at «42°21\'36"N»',
    '«lat: 42.36» only',
    '«GPS 42.36,-71.06» found',
  ]);
  itKeeps('coordinates of nothing', ['ratio 1.234 against 2.345', 'INR 2.1, 2.3', 'long term 2.5 mg']);
});

describe('other unique numbers by their shape', () => {
  itRedacts('ID', [
    'digits «1234567» alone',
    'digits «123456789012345678901234567890» alone',
    'code «A1234567» alone',
    'code «XQ-1234567» alone',
    'code «HP-678901» alone',
    'code «AB-12-34567» alone',
    'code «9AB34CD5» alone',
    'id «123e4567-e89b-12d3-a456-426614174000» alone',
    'study «1.2.840.113619.2.55.3» alone',
    'thing #«123456» alone',
    'case «12-3456789» alone',
    'code «AB-12345» alone',
    '«1234567» last seen',
    '«1234567» under review',
    'HTN,«1234567» known',
  ]);
  itKeeps('clinical numbers and codes', [
    'CPT 99213',
    'ICD-10 E11.9, S72.001A',
    'HCPCS J1234, G0439',
    'platelets 250000',
    'platelets 250,000/uL',
    'viral load 1500000 copies/mL',
    'vitamin D 50000 units weekly',
    'vitamin D 50000units weekly',
    'CYP2C19, HER2, BRCA1, IL-6, H1N1, SpO2, FEV1, HbA1c',
    'COVID-19, SARS-CoV-2',
    'GFR 60-89',
    'room 412, bed 3',
    'LOINC 4548-4',
    'C5-C6-C7, L4-5',
    'NPO after midnight',
    '10x10x5 cm',
    '1,234,567 people',
    'type 2, stage 3b, grade 4',
    'T4 N2 M0',
    'G2P1001',
    '1234567 copies per mL',
    '1,234567',
    'AB-1234 trial',
  ]);
});

describe('places by their shape', () => {
  itRedacts('ZIP', [
    'mail to «99999-1234» please',
    'in «ADDRESS|Springfield», MA «99999» today',
    'Zip: «99999»',
    'ZIP code «99999-1234»',
    'zip code starts with «036» only',
    'Toronto «K1A 0B1» office',
    'Texas «99999» home',
  ]);
  itRedacts('ADDRESS', [
    'lives at «123 Main Street» now',
    'lives at «123 Main St., Apt 4B» now',
    'lives at «1600 N. Example Avenue NW, Suite 5» now',
    'lives at «12 Old Mill Rd» now',
    'lives at «123 main street» now',
    'lives at «42 E 5th St» now',
    'mail to «P.O. Box 1234» now',
    'mail to «PO Box 12» now',
    'seen at «Elm Grove Hospital» again',
    'seen at «Oak Valley Medical Center» again',
    'from «Springfield», IL again',
  ]);
  itKeeps('places that may stay', [
    'lives in Texas',
    'zip code starts with 021',
    'went to hospital',
    'the clinic was closed',
    'walked 3 miles down the road',
    '5 mg herbal wort',
    'CPT 99213 MD',
    'a two-way mirror',
    'a medical center nearby',
  ]);
});

describe('the boundaries of what is long enough', () => {
  itRedacts('ID', [
    'digits «1234567» alone',
    'code «A12345» alone',
    'code «AB-123456» alone',
    'digits «123456789» units',
    'thing #«12345»',
    'code «12345678» alone',
  ]);
  itKeeps('what is shorter, or counted', [
    'digits 123456 alone',
    'code A1234 alone',
    'code AB-1234 alone',
    'digits 12345678 units',
    'thing #1234',
    'trial NCT01234567',
  ]);
});

describe('the first three digits of a ZIP code', () => {
  itRedacts(
    'ZIP',
    [
      '036',
      '059',
      '063',
      '102',
      '203',
      '556',
      '692',
      '790',
      '821',
      '823',
      '830',
      '831',
      '878',
      '879',
      '884',
      '890',
      '893',
    ].map((prefix) => `zip prefix «${prefix}» only`),
  );
  itKeeps(
    'those of larger areas',
    ['035', '037', '021', '820', '822', '892', '894'].map((prefix) => `zip prefix ${prefix} only`),
  );
});

describe('places that a word gives away', () => {
  itRedacts('ADDRESS', [
    'in «Springfield» IL «ZIP|99999» today',
    'in «Springfield», Illinois «ZIP|99999» today',
    'at «One Example Plaza» today',
    'on «1234 State Route 9» today',
    'at «Rural Route 2 Box 45» today',
    'near «Elm Street» today',
    'seen at «St. Quill Hospital» today',
    'seen at «Oakvale Clinic» today',
  ]);
  itKeeps('a kind of facility', [
    'the Outpatient Clinic',
    'to Medical Center',
    'Emergency Department',
    'Patient ID consult',
    'Wound Clinic visit',
  ]);
});

describe('names by their title or label', () => {
  itRedacts('NAME', [
    'seen by «Dr. Quill» today',
    'seen by «Dr. Ann B. Quill» today',
    '«Mrs. Quill-Marsh» called',
    "«Mr. O'Quill» called",
    'Patient: «Quill, Ann»',
    'Patient Name: «Ann Quill»',
    'Name: «Ann Quill»',
    'Emergency contact: «Ann Quill»',
    'patient name: «ANN QUILL»',
    'a patient named «Ann Quill» came',
    'the patient «Ann Quill» came',
    'his wife, «Ann Quill», came',
    'records of «Ann Q.», a teacher',
    "«Ann Q.»'s records",
    'seen by «Dr. Q.» today',
    "«Ms. O'Quill-Marsh» came",
  ]);
  itKeeps('titles without a name', [
    'MS patients improved',
    'Miss no dose',
    'the dr. said',
    'moderate MR noted',
    'Patient: stable',
  ]);
});
