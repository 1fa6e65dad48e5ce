/**
 * Which names are short for which, by common English, Scottish, Welsh, Irish and South Asian use. Facts of usage, gathered for
 * this list; a name may stand under two formal ones (`alex`). Spelling variants of one name stand here too (`catherine`).
 */
const short = `
abigail: abbie abby abi gail
abraham: abe bram
adam: ad
adelaide: addie ada
adrian: ade
agnes: aggie nessie
aidan: aiden aden aydan
alan: allan allen alun al
albert: al bert bertie
alexander: alex alec alick sandy xander sasha lex alasdair alastair alistair
alexandra: alex lexi sandra sasha alexa alix
alfred: alf alfie fred
alice: ali allie alyce alys
alison: ali allie allison alyson
amanda: mandy manda
amelia: amy millie mel milly
andrea: andie
andrew: andy drew dru
angela: angie ange
ann: anne anna annie nan nancy anita hannah
anthony: tony antony ant toni
antonia: toni
archibald: archie baldie
arthur: art artie
augustus: gus augustine
barbara: babs barb barbie bobbie
bartholomew: bart
beatrice: bea bee trixie beatrix
benedict: ben
benjamin: ben benji benny benjy
bernard: bernie
bridget: biddy bridie brigid
bronwen: bron
cameron: cam
carol: carole carrie
caroline: carrie caz lynne carolyn
catherine: katherine kathryn katharine catharine cathryn kate katie cathy kathy kitty kit kath cath kay katy caitlin kathleen karen katrina
cecilia: cissie celia
charles: charlie chas chuck chaz
charlotte: charlie lottie lotty char
christine: chris christina chrissie tina chrissy kristina kristine
christopher: chris kit topher christy kris
clarence: clarrie
claudia: claude
clifford: cliff
colin: col
constance: connie
cornelius: con corny
crispin: cris
cuthbert: bert
cynthia: cindy
cyril: cy
daniel: dan danny
danielle: dani danni
david: dave davey davy dai dafydd
deborah: debbie deb debra debora
dennis: den denny denis
derek: del derrick deric
desmond: des
diana: di diane dianne
dominic: dom dominick
donald: don donnie
dorothy: dot dottie dolly dorothea dora
douglas: doug dougie duggie
duncan: dunc
edgar: ed eddie
edith: edie
edmund: ed eddie ted ned edmond
edward: ed eddie ted teddy ned eddy edw
eileen: aileen ilene
eleanor: ellie nell nellie elinor nora eleanora ella lenore
elizabeth: liz lizzie beth betty bess bessie eliza betsy libby lisa elisabeth elspeth lilibet lizzy lisbeth elsie bet
ellen: nell nellie helen ellie
emily: em emmy millie emmie
emma: em emmie
eric: ric rick erik
ernest: ernie
esther: hetty essie ester
eugene: gene
euphemia: effie
evan: ifan ieuan
evelyn: eve evie
ezekiel: zeke
fiona: fi fee
florence: flo flossie florrie
frances: fran fanny frankie francie
francis: frank frankie fran
franklin: frank
frederica: freda freddie
frederick: fred freddie freddy frederic fredrick
gabriel: gabe
gareth: gaz gary
gary: garry gaz
gavin: gav
geoffrey: geoff jeff jeffrey jeffery
george: georgie geordie
georgina: georgie gina georgia
gerald: gerry jerry ged gerard
geraldine: gerry
gertrude: gert gertie trudy
gilbert: gil bert
gillian: gill jill jillian gilly jilly
gladys: glad
gordon: gord
graham: graeme grahame
gregory: greg gregor
gwendoline: gwen gwenda wendy
harold: harry hal
harriet: hattie harrie hetty
harvey: harv
heather: heth
helen: nell nellie helena ellen lena elena
henrietta: hetty etta
henry: harry hal hank harri
herbert: bert herb bertie
hilary: hil hillary
howard: howie
hubert: bert hugh
hugh: hughie huw hugo
humphrey: humph
ian: iain
ignatius: iggy
imogen: immy
irene: rene renie
isaac: ike izaak zac
isabel: isabella isobel bella izzy belle ishbel isabelle tibbie
jacob: jake jakob
jacqueline: jackie jacqui jacquie
james: jim jimmy jamie jem jas seamus hamish
jane: janey jenny janie jayne jean joan sian
janet: jan jenny jessie
janice: jan janis
jason: jase jay
jemima: mima jem
jennifer: jen jenny jenni jenna
jeremiah: jerry jem
jeremy: jerry jez jem
jessica: jess jessie
joan: joanie
joanna: jo joanne joann joey
john: jack johnny jon jock ian sean ivan shaun johnnie evan owen
jonathan: jon jonny jonathon johnathan jonty johnny
joseph: joe joey jo jos
josephine: jo josie fifi jose
joshua: josh
joyce: joy
judith: judy jude judi
julia: julie jules juliet
julian: jules
justin: jus
kenneth: ken kenny
kevin: kev
kimberley: kim kimberly
laura: laurie lolly lora lauren
lawrence: larry laurie laurence lozza lawrie
leonard: len lenny leo
leslie: les lesley
lewis: lew louis lou
lilian: lily lil lillian
linda: lin lyn lynda lindy lynn
louisa: lou louise lulu
louise: lou lulu
lucy: lucinda lu luce
lydia: lyddie
madeleine: maddie maddy madeline madelaine
magdalene: lena maggie
malcolm: mal malc
marcus: marc mark
margaret: maggie meg peggy madge margie marge peg margery marjorie greta rita daisy maisie mags megan mog mairead
maria: ria mary marie
marian: marion maryann
mark: marc
martha: mattie patty marty
martin: marty martyn
mary: molly polly may mamie minnie moll mae maire mair mhairi maureen
matilda: tilly mattie maud tilda
matthew: matt mat matty mathew
maurice: morris mo moss
maxwell: max
maximilian: max
melanie: mel
melissa: mel lissa missy
michael: mike mick micky mickey mikey micheal mitch
michelle: shell chelle shelly michele
mildred: milly millie
miranda: mandy randa
miriam: mim mimi
mohammed: mohamed muhammad mohammad mohamad muhammed mohd md mo mohamud
montague: monty
mortimer: mort
myfanwy: fanny myf
nathan: nat nate
nathaniel: nat nate nathan
neil: neal niall
nicholas: nick nicky nicolas nico nik
nicola: nicky nikki nic nicole nicki
nigel: nige
norman: norm
oliver: ollie olly noll
olivia: liv livvy ollie
olwen: ol
oscar: ossie
oswald: oz ozzie ossie
owen: owain
pamela: pam
patience: pat
patricia: pat tricia trish patsy patty trisha paddy
patrick: pat paddy padraig rick
paul: pauly
pauline: paula polly
penelope: penny pen nell
percival: percy
peter: pete peterkin
philip: phil phillip pip
philippa: pip pippa phil
phoebe: phebe
phyllis: phyl
priscilla: cilla pris
prudence: pru prue
rachel: rach rachael rae
ralph: rafe
randolph: randy
raymond: ray
rebecca: becky becca bex rebekah beck
reginald: reg reggie rex
rhiannon: rhi
richard: rick dick richie rich ricky dickie dicky hitch rico
robert: bob rob bobby robbie bert robin rab rabbie roberto bobbie dob
roderick: rod roddy rory
rodney: rod
roger: rodge
roland: rowland rolly
ronald: ron ronnie ranald
rosalind: ros roz rosaline
rosamund: ros roz
rosemary: rose rosie romy rosemarie
rose: rosie rosa
rosina: rose rosie
roy: roi
rupert: rupe
russell: russ rus
samantha: sam sammy sammie
samuel: sam sammy samson
sandra: sandy
sarah: sally sara sadie sal
saul: solly
sebastian: seb bastian
sharon: shaz sharron
sheila: sheelagh shelagh
shirley: shirl
sian: shan
sidney: sid sydney syd
simon: si sim
sophia: sophie sophy
stanley: stan
stephanie: steph stef steffi stevie
stephen: steve steven stevie ste stephan
stuart: stewart stu stew
susan: sue susie suzy suzanne susannah sukie susanna suki
sylvia: syl silvia
teresa: theresa tess terry tessa terri tracy
terence: terry tel terrance
thelma: thel
theodore: ted teddy theo
theodora: dora theo
thomas: tom tommy thom tam tommie
timothy: tim timmy timmo
tobias: toby
tracey: tracy
ursula: ursa
valentine: val
valerie: val
vanessa: nessa ness
veronica: ronnie vera ron
victor: vic
victoria: vicky vicki tori vikki vic queenie
vincent: vin vince vinnie
violet: vi
virginia: ginny ginger
vivian: viv vivien vivienne
walter: wally walt wat
wendy: wen
wilfred: wilf will fred wilfrid
wilhelmina: mina minnie wilma
william: bill will billy willie liam wills wm willy gwilym bil
winifred: win winnie freda
winston: win
yvonne: evonne vonnie
zachary: zac zach zak zachariah zack
`;

/** At most two, and a formal name is its own: more would say that strangers share a name. */
const roots = new Map<string, readonly string[]>();
for (const line of short.trim().split("\n")) {
	const [formal = "", others = ""] = line.split(": ");
	for (const name of [formal, ...others.split(" ")]) {
		const known = roots.get(name) ?? [];
		if (name === formal) roots.set(name, [formal, ...known].slice(0, 2));
		else if (known.length < 2) roots.set(name, [...known, formal]);
	}
}

/** The formal names that a folded first name may stand for: `bill` → `["william"]`, `alex` → two; of an unknown name, itself. */
export function rootsOf(given: string): readonly string[] {
	return roots.get(given) ?? [given];
}
