import {
  ACMClient,
  DeleteCertificateCommand,
  DescribeCertificateCommand,
  ImportCertificateCommand,
  ListCertificatesCommand,
  ListTagsForCertificateCommand,
  ResourceInUseException,
  ResourceNotFoundException,
} from '@aws-sdk/client-acm';
import { mockClient } from 'aws-sdk-client-mock';
import { AcmCertificateStore } from '../../../lambda/deployment/certificate/acm-certificate-store';

const ARN = 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-4000-8000-000000000001';
const OTHER = 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-4000-8000-000000000002';
const MATERIAL = { certificate: 'certificate', privateKey: 'key', notAfter: new Date() };
const GONE = new ResourceNotFoundException({ message: 'gone', $metadata: {} });
const USED = new ResourceInUseException({ message: 'used', $metadata: {} });

const acm = mockClient(ACMClient);
const store = new AcmCertificateStore(new ACMClient({ region: 'us-east-1' }));
const described = {
  Certificate: {
    CertificateArn: ARN,
    NotAfter: new Date('2029-01-01'),
    SubjectAlternativeNames: ['a.example.org'],
  },
};

beforeEach(() => acm.reset());

describe('AcmCertificateStore', () => {
  it('imports a certificate with its key and its label', async () => {
    acm.on(ImportCertificateCommand).resolves({ CertificateArn: ARN });
    await expect(store.add(MATERIAL, 'stack/Certificate/1')).resolves.toBe(ARN);
    expect(acm.commandCalls(ImportCertificateCommand)[0]?.args[0].input).toEqual({
      Certificate: Buffer.from('certificate'),
      PrivateKey: Buffer.from('key'),
      Tags: [{ Key: 'hipaa-baseline-certificate', Value: 'stack/Certificate/1' }],
    });
  });

  it('renews under the same ARN, without tags, which ACM refuses there', async () => {
    acm.on(ImportCertificateCommand).resolves({ CertificateArn: ARN });
    await store.replace(ARN, MATERIAL);
    const input = acm.commandCalls(ImportCertificateCommand)[0]?.args[0].input;
    expect(input).toMatchObject({ CertificateArn: ARN });
    expect(input).not.toHaveProperty('Tags');
  });

  it('finds by label among all pages, elliptic curves included, and skips what is not imported or gone', async () => {
    acm
      .on(ListCertificatesCommand)
      .resolvesOnce({
        CertificateSummaryList: [
          { CertificateArn: 'arn:issued', Type: 'AMAZON_ISSUED' },
          { CertificateArn: OTHER, Type: 'IMPORTED' },
        ],
        NextToken: 'more',
      })
      .resolves({ CertificateSummaryList: [{ CertificateArn: ARN, Type: 'IMPORTED' }] });
    acm.on(ListTagsForCertificateCommand, { CertificateArn: OTHER }).rejects(GONE);
    acm
      .on(ListTagsForCertificateCommand, { CertificateArn: ARN })
      .resolves({ Tags: [{ Key: 'hipaa-baseline-certificate', Value: 'label' }] });
    acm.on(DescribeCertificateCommand).resolves(described);
    await expect(store.findLabelled('label')).resolves.toEqual({
      arn: ARN,
      hostNames: ['a.example.org'],
      notAfter: new Date('2029-01-01'),
    });
    expect(acm.commandCalls(ListCertificatesCommand)[0]?.args[0].input).toMatchObject({
      Includes: { keyTypes: ['EC_prime256v1'] },
    });
    expect(acm.commandCalls(ListTagsForCertificateCommand)).toHaveLength(2);
  });

  it('finds nothing where the certificate is gone', async () => {
    acm.on(DescribeCertificateCommand).rejects(GONE);
    await expect(store.find(ARN)).resolves.toBeUndefined();
  });

  it.each([
    ['removed', undefined],
    ['removed', GONE],
    ['in-use', USED],
  ] as const)('says %s', async (outcome, error) => {
    const deletion = acm.on(DeleteCertificateCommand);
    if (error === undefined) deletion.resolves({});
    else deletion.rejects(error);
    await expect(store.remove(ARN)).resolves.toBe(outcome);
  });

  it.each(['find', 'remove'] as const)('does not take another error for an answer: %s', async (method) => {
    acm.rejects(new Error('throttled'));
    await expect(store[method](ARN)).rejects.toThrow('throttled');
  });
});
