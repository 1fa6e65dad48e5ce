/** A heading as it is compared: letters and digits, small. `Acc. No` and `acc_no` are one. */
export function foldHeading(heading: string): string {
	return heading
		.normalize("NFKD")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, "");
}
