/** Which column of a file is what, by the names that councils' systems and public test files give them. */
import { type SourceField, type SourceRecord, sourceFields } from "../record.ts";
import { FaultyFile, type Table } from "./table.ts";

/** Folded to letters and digits; the first of a field that a file has is the one. */
const aliases: Record<SourceField, string> = {
	id: "id recid uniqueid recordid rowid personid customerid clientid sourceid accountid reference ref accountref accountnumber recordnumber uid key",
	name: "name fullname personname customername contactname applicantname occupiername accountname displayname",
	given: "given givenname givennames firstname firstnames fname forename forenames christianname first fnamec1",
	surname: "surname lastname familyname lname sname last lnamec1",
	born: "dob dateofbirth birthdate born birthday dobdate datebirth",
	birthYear: "birthyear by yearofbirth yob dobyear",
	birthMonth: "birthmonth bm monthofbirth mob dobmonth",
	birthDay: "birthday bd dayofbirth dobday",
	email: "email emailaddress mail contactemail",
	phone:
		"phone telephone tel phonenumber telephonenumber mobile mobilenumber contactnumber contactphone hometelephone homephone telno mobileno phoneno",
	number:
		"nino ninumber nationalinsurancenumber nationalinsurance nationalinsuranceno socsecid ssn socialsecuritynumber personalnumber nhsnumber",
	uprn: "uprn propertyuprn",
	address: "address fulladdress addressline addressline1 address1 postaladdress homeaddress line1",
	house:
		"housenumber house streetnumber buildingnumber houseno paon numberorname housenameornumber housenum propertynumber",
	street: "street streetname road thoroughfare thoroughfarename address1 addressline1 streetaddress",
	town: "town city suburb posttown locality towncity citytown village addressline3 address3",
	postcode: "postcode postalcode zip zipcode pcode postcodefake pc",
	birthplace: "birthplace placeofbirth birthtown townofbirth",
	occupation: "occupation job jobtitle profession",
	organisation:
		"organisation organization company companyname businessname tradingname sitename business organisationname",
};

export type Columns = Partial<Record<SourceField, number>>;

/** The columns of a table, by name or as `--map` says: `field=column`, more of them with commas. */
export function columnsOf(table: Table, map: Readonly<Record<string, string>>): Columns {
	const folded = table.columns.map(close);
	const taken = new Set<number>();
	const columns: Columns = {};
	for (const [field, column] of Object.entries(map)) {
		const known = sourceFields.find((one) => one === field);
		if (!known) throw new FaultyFile(`--map: “${field}” is no field. The fields are ${sourceFields.join(", ")}.`);
		// An empty column says that the file has none, whatever its columns are called.
		const at = column === "" ? -1 : folded.indexOf(close(column));
		if (column !== "" && at < 0)
			throw new FaultyFile(`${table.name} has no column “${column}”. It has ${table.columns.join(", ")}.`);
		columns[known] = at;
		taken.add(at);
	}
	for (const field of sourceFields) {
		if (columns[field] !== undefined || (field === "street" && has(columns.address) && !has(columns.house))) continue;
		const at = aliases[field]
			.split(" ")
			.map((name) => folded.indexOf(name))
			.find((one) => one >= 0 && !taken.has(one));
		if (at === undefined) continue;
		columns[field] = at;
		taken.add(at);
	}
	return sound(table, inOne(columns));
}

function has(at: number | undefined): boolean {
	return at !== undefined && at >= 0;
}

/** `birthday` beside a year and a month is the day of one; alone it is the whole date. */
function inOne(columns: Columns): Columns {
	const { birthDay, ...others } = columns;
	if (birthDay === undefined || has(columns.birthYear)) return columns;
	return has(columns.born) ? others : { ...others, born: birthDay };
}

function sound(table: Table, columns: Columns): Columns {
	const known = sourceFields.filter((field) => field !== "id" && has(columns[field]));
	const said = `It has ${table.columns.map((column) => column || "(no name)").join(", ")}.`;
	if (known.length < 2)
		throw new FaultyFile(
			`${table.name}: ${known.length === 0 ? "no column is" : "only one column is"} known to compare by. ${said} Say which is which with --map, such as --map surname=NAME2,born=DATE_B.`,
		);
	return columns;
}

function close(name: string): string {
	return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** The cells of a line by what they are. */
export function sourceRecord(columns: Columns, cells: readonly string[]): SourceRecord {
	const record: SourceRecord = {};
	for (const field of sourceFields) {
		const at = columns[field];
		const cell = at === undefined || at < 0 ? undefined : cells[at];
		if (cell !== undefined && cell !== "") record[field] = cell;
	}
	return record;
}
