import { itKeeps, itRedacts } from '../marked-text';

describe('components of HL7 version 2', () => {
  itRedacts('ID', ['PID|1||«558812»^^^MGH^MR||', 'PID|1||«A12»^^^MGH^MR~«4471»^^^X|']);
  itRedacts('NAME', ['||«DOE^JANE»||', '||«DOE^JANE^Q^^MS»|F', 'NK1|1|«Roe-Smith^John»']);
  itRedacts('ADDRESS', ['|«12 OAK ST»^^«BOSTON^MA^02110»|', '|x^«NEW YORK^NY^10001-1234»^USA|']);
  itKeeps('codes', [
    'PV1|1|I|4W^412^B^MGH',
    'OBX|1|NM|2345-7^GLUCOSE^LN||182|mg/dL',
    'OBR|1|44^LAB|77^RAD|24331-1^LIPID PANEL^LN',
    'MSH|^~\\&|LAB|ORU^R01|2.3',
    'x^2 + y^3',
    'A^^^B',
  ]);
});
