/** Words of addresses in their full form. `st` at the end of a street is street; before a name it is saint. */
export const streetWords = new Map(
	"rd=road ave=avenue av=avenue cl=close cres=crescent crt=court ct=court dr=drive drv=drive gdns=gardens gdn=gardens grn=green gr=grove grv=grove la=lane ln=lane pk=park pl=place sq=square terr=terrace ter=terrace tce=terrace wy=way hse=house bldgs=buildings bldg=building mt=mount nth=north sth=south upr=upper lwr=lower apt=flat apartment=flat unit=flat str=street pde=parade cct=circuit hwy=highway blvd=boulevard crst=crescent wlk=walk vw=view vlg=village est=estate"
		.split(" ")
		.map((pair): [string, string] => {
			const [short = "", full = ""] = pair.split("=");
			return [short, full];
		}),
);
