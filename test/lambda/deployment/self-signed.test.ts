import { createPrivateKey, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type TLSSocket } from 'node:tls';
import { selfSignedCertificate, VALID_DAYS } from '../../../lambda/deployment/certificate/self-signed';

const HOST = 'internal-sandbox-records-1234567890.us-east-1.elb.amazonaws.com';
const NOW = new Date();
const SERIAL = '0123456789abcdef0123456789abcdef';

const made = selfSignedCertificate(HOST, NOW, SERIAL);

/** The handshake of a client that trusts this certificate alone. */
async function handshake(servername: string): Promise<string | null> {
  const { certificate, privateKey } = await made;
  const server = createServer(
    { cert: certificate, key: privateKey, minVersion: 'TLSv1.2' },
    (socket: TLSSocket) => socket.end(),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const client = connect({ host: '127.0.0.1', port, ca: certificate, servername });
  try {
    await once(client, 'secureConnect');
    return client.getProtocol();
  } finally {
    client.destroy();
    server.close();
  }
}

describe('a self-made certificate', () => {
  it('is for one host, for servers, and signs no other certificate', async () => {
    const certificate = new X509Certificate((await made).certificate);
    expect(certificate.subjectAltName).toBe(`DNS:${HOST}`);
    expect(certificate.ca).toBe(false);
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    expect(certificate.serialNumber.toLowerCase()).toBe(SERIAL.replace(/^0+/, '').padStart(32, '0'));
  });

  it('has a host name for a common name, which a load balancer asks for, however long its own name is', async () => {
    const long = `internal-${'a'.repeat(28)}-1234567890.ap-southeast-1.elb.amazonaws.com`;
    const other = await selfSignedCertificate(long, NOW, SERIAL);
    expect(new X509Certificate((await made).certificate).subject).toBe(`CN=${HOST}`);
    expect(new X509Certificate(other.certificate).subject).toBe('CN=ap-southeast-1.elb.amazonaws.com');
    expect(new X509Certificate(other.certificate).subjectAltName).toBe(`DNS:${long}`);
  });

  it('has the key of an elliptic curve that load balancers take', async () => {
    const { certificate, privateKey } = await made;
    expect(createPrivateKey(privateKey).asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
    expect(new X509Certificate(certificate).checkPrivateKey(createPrivateKey(privateKey))).toBe(true);
  });

  it('is valid for 825 days and not longer', async () => {
    const { certificate, notAfter } = await made;
    expect(VALID_DAYS).toBe(825);
    expect(notAfter.getTime() - NOW.getTime()).toBe(825 * 86_400_000);
    expect(
      Math.abs(new X509Certificate(certificate).validToDate.getTime() - notAfter.getTime()),
    ).toBeLessThan(1000);
  });

  it('holds in a real handshake for its host', async () => {
    await expect(handshake(HOST)).resolves.toBe('TLSv1.3');
  });

  it('does not hold for another host', async () => {
    await expect(handshake('records.example.org')).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
  });
});
