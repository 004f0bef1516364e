/** What a port is for. */
type PortClass = 'administrative' | 'database';

/** Ports that nobody outside has business with. */
export interface PortRow {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly class: PortClass;
}

/** Administrative and data ports, as their vendors document them. Practice, informed by CIS and AWS Config. */
export const GUARDED_PORTS: readonly PortRow[] = [
  { from: 20, to: 21, name: 'FTP', class: 'administrative' },
  { from: 22, to: 22, name: 'SSH', class: 'administrative' },
  { from: 23, to: 23, name: 'Telnet', class: 'administrative' },
  { from: 111, to: 111, name: 'RPC', class: 'administrative' },
  { from: 135, to: 139, name: 'RPC and NetBIOS', class: 'administrative' },
  { from: 161, to: 162, name: 'SNMP', class: 'administrative' },
  { from: 389, to: 389, name: 'LDAP', class: 'administrative' },
  { from: 445, to: 445, name: 'SMB', class: 'administrative' },
  { from: 512, to: 514, name: 'remote shell', class: 'administrative' },
  { from: 636, to: 636, name: 'LDAPS', class: 'administrative' },
  { from: 873, to: 873, name: 'rsync', class: 'administrative' },
  { from: 1433, to: 1434, name: 'SQL Server', class: 'database' },
  { from: 1521, to: 1526, name: 'Oracle', class: 'database' },
  { from: 1830, to: 1830, name: 'Oracle', class: 'database' },
  { from: 2049, to: 2049, name: 'NFS', class: 'database' },
  { from: 2181, to: 2182, name: 'ZooKeeper', class: 'database' },
  { from: 2375, to: 2376, name: 'Docker', class: 'administrative' },
  { from: 2379, to: 2380, name: 'etcd', class: 'database' },
  { from: 2483, to: 2484, name: 'Oracle', class: 'database' },
  { from: 3306, to: 3306, name: 'MySQL', class: 'database' },
  { from: 3389, to: 3389, name: 'Remote Desktop', class: 'administrative' },
  { from: 4333, to: 4333, name: 'mSQL', class: 'database' },
  { from: 5432, to: 5432, name: 'PostgreSQL', class: 'database' },
  { from: 5439, to: 5439, name: 'Redshift', class: 'database' },
  { from: 5500, to: 5500, name: 'VNC', class: 'administrative' },
  { from: 5601, to: 5601, name: 'Kibana', class: 'database' },
  { from: 5900, to: 5903, name: 'VNC', class: 'administrative' },
  { from: 5984, to: 5984, name: 'CouchDB', class: 'database' },
  { from: 5985, to: 5986, name: 'WinRM', class: 'administrative' },
  { from: 6379, to: 6380, name: 'Redis', class: 'database' },
  { from: 6443, to: 6443, name: 'Kubernetes', class: 'administrative' },
  { from: 7000, to: 7001, name: 'Cassandra', class: 'database' },
  { from: 7199, to: 7199, name: 'Cassandra', class: 'administrative' },
  { from: 7473, to: 7474, name: 'Neo4j', class: 'database' },
  { from: 7687, to: 7687, name: 'Neo4j', class: 'database' },
  { from: 8086, to: 8086, name: 'InfluxDB', class: 'database' },
  { from: 8111, to: 8111, name: 'DAX', class: 'database' },
  { from: 8182, to: 8182, name: 'Neptune', class: 'database' },
  { from: 9042, to: 9042, name: 'Cassandra', class: 'database' },
  { from: 9092, to: 9098, name: 'Kafka', class: 'database' },
  { from: 9142, to: 9142, name: 'Keyspaces', class: 'database' },
  { from: 9160, to: 9160, name: 'Cassandra', class: 'database' },
  { from: 9200, to: 9200, name: 'OpenSearch', class: 'database' },
  { from: 9300, to: 9300, name: 'OpenSearch', class: 'database' },
  { from: 10250, to: 10250, name: 'kubelet', class: 'administrative' },
  { from: 11211, to: 11211, name: 'Memcached', class: 'database' },
  { from: 26257, to: 26257, name: 'CockroachDB', class: 'database' },
  { from: 27017, to: 27019, name: 'MongoDB and DocumentDB', class: 'database' },
  { from: 28015, to: 28015, name: 'RethinkDB', class: 'database' },
  { from: 33060, to: 33060, name: 'MySQL', class: 'database' },
  { from: 50000, to: 50000, name: 'DB2', class: 'database' },
];

/** The first guarded port within the range, both ends included; `own` are the ports of our databases. */
export function guardedPortIn(from: number, to: number, own: readonly number[]): PortRow | undefined {
  const port = own.find((candidate) => candidate >= from && candidate <= to);
  return (
    GUARDED_PORTS.find((row) => row.from <= to && row.to >= from) ??
    (port === undefined ? undefined : { from: port, to: port, name: 'our database', class: 'database' })
  );
}
