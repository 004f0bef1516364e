import { itKeeps, itRedacts } from '../marked-text';

describe('electronic mail addresses', () => {
  itRedacts('EMAIL', [
    'write to «jane.doe@example.org»',
    'write to «jane.doe+x_1@mail.example.org».',
    'write to «jane@example» now',
    'write to «jane (at) example (dot) org» now',
    'write to «jane[at]example[dot]org» now',
    'write to «jane at example dot org» now',
    'write to «jane dot doe at mail dot example dot org» now',
    'write to «jane at example.org» now',
    'write to «jane @ example . org» now',
    'write to «jane.doe＠example.org» now',
    'write to «jane%40example.org» now',
    'write to «jane&#64;example.org» now',
    'write to «jane&commat;example&period;org» now',
    'write to «"jane doe"@example.org» now',
    'mailto:«jane@example.org»',
    '<«jane@example.org»>',
    '«jane@example.org»;«john@example.org»',
    'write to «ja\u00adne@exam\u200dple.org» now',
    'write to «josé@example.org» now',
    'write to «jane@[192.0.2.1]» now',
    'json "email":"«jane@example.org»"',
  ]);
  itKeeps('an at sign of another kind', [
    '2 tablets @ bedtime',
    'HR 72 @ rest',
    'seen at clinic',
    'at 5 mg',
    '@ 10 am',
  ]);
});

describe('web addresses', () => {
  itRedacts('URL', [
    'see «https://portal.example.com/p/1?id=2#x» for',
    'see «http://example.com».',
    'see «hxxps://example[.]com/a» for',
    'see «www.example.com» for',
    'see «portal.example.com/records/12» for',
    'see «example.org» for',
    'see «clinic.example.co.uk» for',
    '(«https://example.com/a_(b»)',
    'see «ftp://example.com/file.txt», then',
    'see «HTTPS://EXAMPLE.COM» for',
    'see «example dot org» for',
    'see «https://exam\u200bple.com» for',
  ]);
  itKeeps('abbreviations and missing spaces', [
    'e.g. aspirin, i.e. one',
    'pain.In the morning',
    'b.i.d. and t.i.d.',
    'Seen today.He is well',
    '0.5 mg p.o. q.d.',
    'vs. placebo',
  ]);
});

describe('Internet Protocol addresses', () => {
  itRedacts('IP', [
    'from «192.0.2.1» today',
    'from «192.0.2.1:8080» today',
    'from «192.0.2.0/24» today',
    'from «999.0.2.1» mistyped',
    'from «192[.]0[.]2[.]1» defanged',
    'from «192(.)0(.)2(.)1» defanged',
    'from «164.51.4.2» close to a citation',
    'from «2001:db8::1» today',
    'from «2001:0db8:0000:0000:0000:ff00:0042:8329» today',
    'from «::1» today',
    'from «fe80::1%eth0» today',
    'from [«2001:db8::1]:443» today',
    'from «::ffff:192.0.2.1» today',
    'from «2001:DB8::A» today',
    'from «192．0．2．1» wide',
  ]);
  itKeeps('numbers that are no address', [
    'at 10:30:45',
    'ratio 1:2:3',
    '45 CFR 164.514',
    'dose 1.2.3',
    'std::abs? no: C++',
    'note: fine',
    'INR 2.1.',
  ]);
});
