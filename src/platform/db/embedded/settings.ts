/** How the embedded server is set, for a small council on a small machine and for tests. */

const common = {
	listen_addresses: "",
	max_connections: "100",
	shared_buffers: "128MB",
	timezone: "UTC",
	log_timezone: "UTC",
	log_checkpoints: "off",
	log_min_messages: "warning",
	// Compiling a plan pays for minutes-long reports; our queries take milliseconds.
	jit: "off",
};

/** For tests: nothing outlives a power cut, and nothing waits for the disk. */
const forgetful = {
	fsync: "off",
	synchronous_commit: "off",
	full_page_writes: "off",
	wal_level: "minimal",
	max_wal_senders: "0",
	autovacuum: "off",
	io_method: "sync",
	max_connections: "200",
};

export function settings(socketDir: string, durable: boolean): Readonly<Record<string, string>> {
	return { ...common, ...(durable ? {} : forgetful), unix_socket_directories: socketDir };
}
