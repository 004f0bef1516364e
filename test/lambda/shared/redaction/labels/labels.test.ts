import { itKeeps, itRedacts } from '../marked-text';

describe('labelled medical record numbers', () => {
  itRedacts('MRN', [
    'MRN «123456»',
    'MRN: «123456»',
    'MRN#«123456»',
    'MRN # «123456»',
    'MRN No. «123456»',
    'MRN number: «A-123456»',
    '«MRN123456»',
    '«mrn_123456»',
    'M.R.N. «123456»',
    'MR# «123456»',
    'MR number «123456»',
    'Medical Record Number: «12-34-56»',
    'medical record no. «123456»',
    'med rec # «123456»',
    'Med. Rec. No. «123456»',
    'medical-record-number «123456»',
    'medicalRecordNumber: «123456»',
    'medical record «123456»',
    'chart number «123456»',
    'chart #«123456»',
    'Chart No: «AB123456»',
    'patient ID «123456»',
    'patient_id=«123456»',
    'patientId: «123456»',
    'Patient #«4512»',
    'pt id: «123456»',
    'hospital number «H123456»',
    'MRN (hospital): «123456»',
    'MRN on file is «123456»',
    'MRN for this patient: «123456»',
    'her MRN, which I looked up, is «123456»',
    'MRNs «12345, 67890 and 24680» merged',
    '«123456» (MRN)',
    '«123-456» is her MRN',
    'MRN «12 34 56»',
    'MRN «123 456 789»',
    'MRN:\t«123456»',
    'MRN:\n«123456»',
    'MRN [«123456»]',
    'MRN "«123456»"',
    'МRN «123456»',
    'ＭＲＮ «１２３４５６»',
    'M\u200bRN «123\u200b456»',
    'EHR number «123456»',
    'EMR ID «123456»',
    'MRN: «XYZABC»',
  ]);
  itKeeps('a record of another kind', [
    'no medical records were available',
    'chart reviewed at 10:30',
    'patient 5 of 10',
    'patient is 45 and well',
    'moderate MR 2+ on echo',
    'the patient had 3 episodes',
    'records from 2019 reviewed',
    'MRN pending',
    'hospital day 12',
    'unit dose 500 mg',
  ]);
});

describe('labelled numbers of health plans', () => {
  itRedacts('HEALTH_PLAN', [
    'member ID «XQ1234567»',
    'Member ID: «123456»',
    'subscriber number «123456»',
    'policy number «AB 123456»',
    'policy #«123456»',
    'group number: «12345»',
    'Group No. «12345»',
    'insurance ID «HP-1234»',
    'insurance number «HP-123456»',
    'insurance: «HP-123456»',
    'Medicare number «123456789A»',
    'Medicaid ID «12345678»',
    'health plan beneficiary number «123456»',
    'HICN: «123456789»',
    'MBI: «1234»',
    'plan ID «12345»',
    'claim number «1234567»',
    'Aetna «W123456»',
    'BCBS ID «XYZ123456»',
    'RxGrp «12345»',
    'memberId: «12345»',
  ]);
  itKeeps('words of insurance', [
    'a group of 20 patients',
    'plan: 500 mg daily',
    'Medicare since 2019',
    'insurance covers 80%',
    'group 2 hypertension',
    'policy of 2019',
  ]);
});

describe('labelled accounts', () => {
  itRedacts('ACCOUNT', [
    'account number «12345678»',
    'Account: «1234»',
    'acct # «12345»',
    'Acct. No. «12345»',
    'a/c no «12345»',
    'bank account «123456»',
    'routing number «123456789»',
    'IBAN: «XX12 3456»',
    'account ending in «1234»',
    'Visa «1234»',
    'card number «1234»',
    'billing account «12345»',
    'invoice number «12345»',
    'guarantor number «12345»',
  ]);
  itKeeps('accounts of another kind', [
    'on account of pain',
    'accounts for 20%',
    'card for 5 mg',
    'by his own account 3 times',
  ]);
});

describe('labelled licences', () => {
  itRedacts('LICENSE', [
    'license number «A123456»',
    "driver's license «D1234567»",
    "Driver's License #: «D123-4567-8901»",
    'licence no. «12345»',
    'DL# «D1234567»',
    'NPI: «1234567890»',
    'DEA # «AB1234567»',
    'medical license «MD12345»',
    'certificate number «12345»',
    'state license number «12345»',
    'nursing license «RN12345»',
  ]);
  itKeeps('licences of another kind', [
    'licensed in 1998',
    'DEA schedule 2',
    'glucose 90 mg/dL',
    'registration in 2019',
  ]);
});

describe('labelled vehicles and devices', () => {
  itRedacts('VEHICLE', [
    'VIN: «1234»',
    'license plate «ABC 1234»',
    'plate: «ABC-1234»',
    'licence plate number «AB12 CDE»',
    'vehicle ID «12345»',
  ]);
  itRedacts('DEVICE', [
    'serial number «SN12345»',
    'Serial #: «12345»',
    'S/N «AB-12345»',
    'SN: «12345»',
    'IMEI: «123456»',
    'device ID «12345»',
    'pacemaker serial «PJN1234»',
    'pump serial number «12345»',
    'MAC address «1234»',
    'UDI «12345»',
  ]);
  itKeeps('devices of another kind', [
    'serial troponins at 3 and 6 hours',
    'growth plate 3 mm',
    'device pocket clean',
    'pump at 10 mL/h',
    'the plate was fixed with 4 screws',
  ]);
});

describe('other labelled numbers', () => {
  itRedacts('ID', [
    'ID: «987654»',
    'ID «987654»',
    'id=«A-1234»',
    'case number «12345»',
    'case #«JH-998877»',
    'accession number «S21-1234»',
    'encounter ID «12345»',
    'passport «X1234567»',
    'passport number: «X1234567»',
    'employee ID «12345»',
    'study ID «123-45»',
    'reference number «12345»',
    'confirmation # «12345»',
    'badge number «1234»',
    'username: «jdoe»',
    'password=«hunter22»',
    'Rx #«1234567»',
    'prior authorization number «12345»',
    'specimen ID «S-12345»',
  ]);
  itKeeps('identifiers of nothing', [
    'ID consult',
    'ID: 5',
    'case of 3 days',
    'study of 45 patients',
    'order set 12',
    'visit 3',
    'sample size 120',
    'reference range 3.5-5.0',
    'file closed',
  ]);
});
