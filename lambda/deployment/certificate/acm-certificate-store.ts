import {
  type ACMClient,
  type CertificateDetail,
  DeleteCertificateCommand,
  DescribeCertificateCommand,
  ImportCertificateCommand,
  ListTagsForCertificateCommand,
  paginateListCertificates,
  ResourceInUseException,
  ResourceNotFoundException,
} from '@aws-sdk/client-acm';
import type { CertificateStore, KeptCertificate } from './certificate-store';
import type { CertificateMaterial } from './self-signed';

/** The tag that tells our certificates from others; the role may touch no other. */
const LABEL_TAG = 'hipaa-baseline-certificate';

/** What `ListCertificates` names only when asked: it leaves elliptic curves out. */
const KEY_TYPES = ['EC_prime256v1'] as const;

/** Certificates in ACM of the account and region that the function runs in. */
export class AcmCertificateStore implements CertificateStore {
  private readonly acm: ACMClient;

  constructor(acm: ACMClient) {
    this.acm = acm;
  }

  async findLabelled(label: string): Promise<KeptCertificate | undefined> {
    const pages = paginateListCertificates({ client: this.acm }, { Includes: { keyTypes: [...KEY_TYPES] } });
    for await (const { CertificateSummaryList = [] } of pages) {
      for (const { CertificateArn: arn, Type: type } of CertificateSummaryList) {
        if (arn !== undefined && type === 'IMPORTED' && (await this.labelOf(arn)) === label) {
          return this.find(arn);
        }
      }
    }
    return undefined;
  }

  async find(arn: string): Promise<KeptCertificate | undefined> {
    try {
      const { Certificate } = await this.acm.send(new DescribeCertificateCommand({ CertificateArn: arn }));
      return kept(Certificate);
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  }

  async add(material: CertificateMaterial, label: string): Promise<string> {
    const { CertificateArn: arn } = await this.acm.send(
      new ImportCertificateCommand({ ...encoded(material), Tags: [{ Key: LABEL_TAG, Value: label }] }),
    );
    if (arn === undefined) throw new Error('ACM named no certificate');
    return arn;
  }

  async replace(arn: string, material: CertificateMaterial): Promise<void> {
    await this.acm.send(new ImportCertificateCommand({ CertificateArn: arn, ...encoded(material) }));
  }

  async remove(arn: string): Promise<'removed' | 'in-use'> {
    try {
      await this.acm.send(new DeleteCertificateCommand({ CertificateArn: arn }));
      return 'removed';
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return 'removed';
      if (error instanceof ResourceInUseException) return 'in-use';
      throw error;
    }
  }

  private async labelOf(arn: string): Promise<string | undefined> {
    try {
      const { Tags = [] } = await this.acm.send(new ListTagsForCertificateCommand({ CertificateArn: arn }));
      return Tags.find(({ Key }) => Key === LABEL_TAG)?.Value;
    } catch (error) {
      // Deleted since it was listed.
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  }
}

function encoded({ certificate, privateKey }: CertificateMaterial) {
  return { Certificate: Buffer.from(certificate), PrivateKey: Buffer.from(privateKey) };
}

function kept(detail: CertificateDetail | undefined): KeptCertificate | undefined {
  if (detail?.CertificateArn === undefined || detail.NotAfter === undefined) return undefined;
  return {
    arn: detail.CertificateArn,
    hostNames: detail.SubjectAlternativeNames ?? [],
    notAfter: detail.NotAfter,
  };
}
