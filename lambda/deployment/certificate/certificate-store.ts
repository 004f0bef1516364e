import type { CertificateMaterial } from './self-signed';

/** A certificate that is kept, and until when it is valid. */
export interface KeptCertificate {
  readonly arn: string;
  readonly hostNames: readonly string[];
  readonly notAfter: Date;
}

/** Where certificates are kept. */
export interface CertificateStore {
  /** The certificate that carries this label; a creation that was repeated finds what the first one made. */
  findLabelled(label: string): Promise<KeptCertificate | undefined>;

  /** The certificate of this ARN, or undefined where it is gone. */
  find(arn: string): Promise<KeptCertificate | undefined>;

  /** Keeps a new certificate under a label. @returns its ARN */
  add(material: CertificateMaterial, label: string): Promise<string>;

  /** Puts another certificate in the place of one; whatever uses the ARN uses it from now on. */
  replace(arn: string, material: CertificateMaterial): Promise<void>;

  /** Removes a certificate; `in-use` while a listener still has it. */
  remove(arn: string): Promise<'removed' | 'in-use'>;
}
