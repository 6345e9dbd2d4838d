"""Words that tell a person's name from other capitalised words; general knowledge, in lower case without diacritics."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word without case, diacritics and the full stop of an abbreviation.

    >>> fold("Løj-Müller"), fold("Gen.")
    ('loj-muller', 'gen')
    """
    if word.isascii():
        return word.lower().rstrip(".")
    bare = unicodedata.normalize("NFKD", word.casefold().translate(_UNDECOMPOSED))
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).rstrip(".")


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is kept as running text, which reads better than a column of quoted words."""
    return frozenset(words.split())


# Letters that Unicode does not take apart, and the apostrophes that stand in names.
_UNDECOMPOSED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "’": "'", "‘": "'"})

MALE_HONORIFICS = word_set("mr sir messrs monsieur mister lord herr senor signor")
FEMALE_HONORIFICS = word_set("mrs ms miss dame lady madame frau senora madam baroness")
HONORIFICS = MALE_HONORIFICS | FEMALE_HONORIFICS | word_set("dr mx hon")

# Who bears one of these with a given name alone is known by both: Pope Francis, King Salman.
REGNAL = word_set(
    """
pope king queen prince princess emperor empress tsar czar sultan saint patriarch emir
    """
)

# The last word of what a person is.
OFFICES = REGNAL | word_set(
    """
president presidents premier minister ministers secretary secretaries secretary-general chancellor chairman chairwoman
chairperson chair chief commissioner commissar ambassador envoy representative spokesman spokeswoman spokesperson
spokesmen governor gov mayor senator sen senators sens rep reps congressman congresswoman lawmaker deputy mp mep
councillor councilman councilwoman speaker leader premier-designate minister-designate president-elect vice-president
undersecretary under-secretary-general director director-general manager executive ceo founder co-founder cofounder
owner general gen lieutenant lt colonel col major maj captain capt sergeant sgt corporal cpl private pvt admiral adm
commander cmdr commandant commodore marshal brigadier brig officer detective inspector constable superintendent
sheriff lieutenant-general major-general brigadier-general rear-admiral vice-admiral judge justice prosecutor attorney
lawyer solicitor barrister magistrate prof professor lecturer academic economist analyst strategist expert historian
scientist researcher biologist physicist chemist epidemiologist engineer architect astronaut cosmonaut pilot doctor
physician surgeon nurse psychologist psychiatrist teacher principal headteacher headmaster student journalist reporter
correspondent editor columnist presenter anchor broadcaster author writer novelist poet playwright critic artist
painter sculptor photographer singer songwriter rapper musician composer conductor pianist guitarist drummer bassist
vocalist actor actress comedian director filmmaker producer screenwriter model dancer designer chef coach trainer
captain striker midfielder defender goalkeeper quarterback forward winger batsman bowler pitcher golfer boxer swimmer
sprinter cyclist athlete player footballer driver jockey champion businessman businesswoman tycoon billionaire
oligarch entrepreneur investor banker trader financier activist campaigner dissident opponent candidate nominee
contender frontrunner politician statesman diplomat negotiator mediator adviser advisor aide counterpart colleague
monarch duke duchess earl viscount count countess archduke kaiser caliph sheikh sheik shaikh ayatollah mullah imam
mufti rabbi reverend rev bishop archbishop cardinal monsignor msgr father sister brother pastor priest friar vicar
abbot metropolitan cleric theologian warlord militant rebel jihadist gunman suspect terrorist hacker whistleblower
inmate prisoner refugee resident eyewitness witness survivor victim volunteer farmer fisherman worker shopkeeper owner
organiser organizer coordinator treasurer ombudsman rapporteur dictator strongman administrator coroner fr seaman
airman chief-of-staff first-lady rector dean provost curator librarian vice-chancellor co-chair co-author head boss
ruler opponent rival mastermind veteran hero legend icon guru mogul magnate heir taoiseach tanaiste
    """
)

# What stands before an office and belongs to it.
OFFICE_MODIFIERS = word_set(
    """
prime foreign vice deputy former acting interim interior defence defense finance home first second third assistant
associate senior junior chief state attorney lord outgoing incoming then-president ex-president opposition
parliamentary permanent special general executive managing press national federal lead under brigadier staff
lieutenant major rear shadow economy justice trade health education energy transport environment agriculture culture
labour labor security the party longtime long-time veteran fellow late honorary ex- retired detained jailed exiled
ousted billionaire human rights military police regional local presidential
    """
)

# Kin and the like are evidence that a name follows; they are nobody's office.
KIN = word_set(
    """
wife husband son daughter mother father brother sister uncle aunt cousin nephew niece grandson granddaughter
grandfather grandmother widow widower girlfriend boyfriend partner friend friends parents twin stepson sons daughters
brothers sisters named
    """
)

SPEECH = word_set(
    """
said says say saying told tells added adds announced announces stated states noted notes warned warns explained
explains argued argues insisted insists admitted claimed claims replied responded stressed emphasised emphasized
commented remarked wrote writes tweeted testified recalled recalls declared declares acknowledged confirmed denied
vowed urged called asked suggested observed continued concluded believes thinks thought hopes hoped pledged tweeted
predicted complained joked quipped reiterated underlined pointed resigned married died born
    """
)

# The last word of the name of a thing: what stands before it is not a person.
THINGS = word_set(
    """
academy act administration advisers affair agency agreement airlines airport airways alliance ambulance amendment
archipelago archive arena army assembly assizes associates association authority avenue award awards bank barracks
base basin bay beach bloc board books boulevard branch bridge brigade broadcasting brothers building bureau cabinet
campaign canal canyon cape capital castle cathedral cemetery center centre chamber championship championships channel
chapel charter chronicle church circuit city classic clinic close club coalition coast college command commission
committee commons commonwealth community company conference confederation congress conservatory consortium
constitution convention cooperation corporation corp corps council county court courthouse creek crescent crisis
crossing cup dam daily day declaration democrats department derby desert dispatch district division doctrine dome
drive dynasty economist election electric embassy empire enterprise enterprises enquirer estate evening examiner
exchange expressway express factory falls family federation ferry festival field fields films film fleet force forces
forest forum foundation freeway front fund gallery games garden gardens gate gazette glacier globe government group
grove guard guardian gulf hall harbor harbour herald heights highway hill hills holdings home hospital hotel house
houses independent inc inquiry initiative inn institute institution insurance international investments island islands
isle journal junction kingdom laboratories laboratory labs lake lane law league legion library lighthouse limited line
lines lodge ltd llc llp machine magazine mail mall mansion market marathon medal memorial memorandum ministry mirror
mission monastery monitor monument mosque motors mountain mountains mountain movement museum music network news
newspaper north observatory observer ocean office olympics opera orchestra order organisation organization
organizations pact palace paper parade park parliament partners party pass path peak peninsula pictures pier place
plains plan plant plateau plaza plc point pole police polytechnic pond pool port post press prison prize productions
program programme project protocol province pub radio railroad railway ranch range rangers records regime regiment
region register report reporter republic republicans reserve reservoir resolution resort restaurant review ridge rift
river road rock route rovers rule sanctuary school schools sea senate series service services show shrine society
software sound spring springs square squadron stadium star state states station store strait stream street strip
studio studios summit sun synagogue syndrome system systems tavern team technologies technology telegraph television
temple terminal terrace territory theater theatre times tonight tower towers town township trail treaty trial tribunal
tribune trophy trust tunnel union united university valley venue village vineyard volcano wall war warriors watch
water waters way week wells white-house wing woods works world yard zoo zone albums album band song tour trilogy
trophy bowl open prix motorway reef shoal sands bros co ag gmbh sa spa nv ab oy asa kg tv fm channel today weekly
monthly bulletin courier examiner sentinel advertiser spectator inquirer post-dispatch patriots saints giants eagles
lions tigers bears bulls hawks kings sox jets rams ravens steelers packers cowboys broncos raiders dolphins falcons
panthers wanderers athletic hotspur albion orient stars wars attack attacks bombing massacre conspiracy scandal case
tragedy disaster hurricane storm tornado earthquake affair uprising revolution
    """
)

# What stands after one of these and "of" is part of the name of a thing: the Bank of England.
THINGS_OF = word_set(
    """
academy bank bay battle bishop cape church city college county diocese duchy gulf house isle kingdom lake mount
municipality order port principality province republic school sea siege society state strait town treaty university
village archdiocese archbishop duke duchess earl prince princess king queen count gulf lord
    """
)

# The first word of a place or thing that takes the next word with it: New York, Lake Garda, HMS Victory.
PREFIXES = word_set(
    """
new san santa los las saint st ste fort port mount mt lake cape north south east west northern southern eastern
western central upper lower great greater grand united hms uss camp operation hurricane storm typhoon cyclone tropical
red blue black white green golden silver royal la le les el al northeast northwest southeast southwest river battle
treaty planet super hotel cafe radio villa rio puerto ciudad monte sierra costa palazzo piazza casa via rue plaza mid
inner outer old little big real fc ac as sc bbc dynamo
    """
)

# Places, peoples, times and other capitalised words that are not a person's name.
OTHERS = word_set(
    """
january february march april may june july august september october november december monday tuesday wednesday
thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun easter
christmas ramadan eid hanukkah passover thanksgiving halloween olympic paralympic spring summer autumn winter
afghanistan albania algeria america americas andorra angola antarctica antigua arabia arctic argentina armenia asia
atlantic australasia australia austria azerbaijan bahamas bahrain balkans baltic bangladesh barbados belarus belgium
belize benin bhutan bolivia bosnia botswana brazil britain brunei bulgaria burkina burma burundi byelorussia cambodia
cameroon canada caribbean caucasus chad chile china colombia comoros congo crimea croatia cuba cyprus czechia
czechoslovakia denmark djibouti dominica ecuador egypt england eritrea estonia eswatini ethiopia eurasia europe fiji
finland france gabon gambia gaza georgia germany ghana gibraltar greece greenland grenada guatemala guinea guyana
haiti herzegovina holland honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan
kashmir kazakhstan kenya kiribati korea kosovo kurdistan kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya
liechtenstein lithuania luxembourg macedonia madagascar malawi malaysia maldives mali malta mauritania mauritius
mediterranean mexico micronesia moldova monaco mongolia montenegro morocco mozambique myanmar namibia nauru nepal
netherlands nicaragua niger nigeria norway oman pacific pakistan palestine panama papua paraguay persia peru
philippines poland portugal prussia qatar romania russia rwanda samoa scandinavia scotland senegal serbia seychelles
siberia singapore slovakia slovenia somalia somaliland spain sudan suriname sweden switzerland syria taiwan tajikistan
tanzania thailand tibet togo tonga transnistria trinidad tobago tunisia turkey turkmenistan uganda ukraine uruguay
uzbekistan vatican venezuela vietnam wales yemen yugoslavia zambia zimbabwe alabama alaska arizona arkansas california
colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland
massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania
tennessee texas utah vermont wisconsin wyoming ontario quebec alberta manitoba saskatchewan newfoundland bavaria
saxony catalonia flanders wallonia brittany normandy tuscany sicily sardinia corsica queensland tasmania punjab bengal
gujarat kerala bihar donbas donetsk luhansk abkhazia ossetia chechnya dagestan ingushetia tatarstan darfur helmand
kandahar sinai sahara sahel anatolia lapland cornwall devon kent essex sussex surrey yorkshire lancashire cumbria
norfolk suffolk hampshire dorset somerset cheshire ulster munster leinster amsterdam ankara antwerp athens atlanta
auckland baghdad baku baltimore bangkok barcelona basra beijing beirut belfast belgrade benghazi berlin bern
birmingham bogota bonn boston brasilia bratislava brisbane bristol brooklyn bruges brussels bucharest budapest buenos
aires cairo calcutta cannes canberra caracas cardiff chicago cologne copenhagen damascus davos delhi detroit dhaka
doha dubai dublin edinburgh fallujah frankfurt geneva glasgow guantanamo hague hamburg hanoi havana helsinki hollywood
homs houston idlib islamabad istanbul jakarta jerusalem johannesburg kabul karachi kathmandu kharkiv khartoum kiev
kinshasa kobane kunduz kyiv lagos lahore leeds leningrad lima lisbon liverpool ljubljana london luxor lviv lyon madrid
manchester manhattan manila mariupol marseille mecca medina melbourne miami milan minneapolis minsk mogadishu montreal
moscow mosul mumbai munich nairobi naples nice nottingham odesa oslo ottawa oxford cambridge palermo palmyra paris
perth peshawar philadelphia pittsburgh prague pretoria pristina pyongyang raqqa riga ramallah reykjavik riyadh rome
rotterdam sarajevo dallas phoenix denver sacramento cincinnati nashville tampa orlando tucson omaha tulsa honolulu
anchorage albany oakland fresno seattle seoul sevastopol shanghai sheffield skopje sochi sofia srebrenica stalingrad
stockholm strasbourg sydney taipei tallinn tbilisi tehran tikrit tirana tokyo toronto tripoli tunis turin valencia
vancouver venice vienna vilnius warsaw westminster yerevan zagreb zurich aleppo daraa latakia kremlin pentagon
whitehall duma knesset bundestag bundesrat bundeswehr interpol europol eurozone schengen brexit maidan downing
broadway wembley internet google facebook twitter youtube microsoft apple amazon toyota boeing airbus gazprom reuters
bloomberg interfax xinhua associated sky fox guardian wikipedia wikinews wikileaks hamas hezbollah hizbollah hizbullah
taliban daesh isis isil mujahideen fatah houthi houthis janjaweed peshmerga al-qaeda al-qaida qaeda qaida nusra ba'ath
afghan african albanian algerian american arab arabian arabic argentine armenian asian australian austrian azerbaijani
azeri bahraini bangladeshi baptist basque bavarian belarusian belgian bosnian brazilian breton british briton britons
buddhist bulgarian burmese californian cambodian canadian catalan catholic catholics caucasian chechen chilean chinese
christianity christians colombian communist communists confederate conservative conservatives croat croatian cuban
cypriot czech danish democrat democratic dutch egyptian english estonian ethiopian european europeans fascist filipino
finnish flemish french frenchman gaelic georgian german germanic germans ghanaian gothic greek greeks hebrew hindu
hispanic hungarian icelandic indian indians indonesian iranian iraqi irish islam islamic islamist israeli israelis
italian japanese jew jewish jews jordanian kazakh kenyan korean kosovan kurd kurdish kurds kuwaiti kyrgyz labour latin
latvian lebanese liberal liberals libyan lithuanian lutheran macedonian malay malaysian maltese marxist mexican
moldovan mongolian moroccan moslem muslim muslims nazi nazis nepalese nigerian nordic norman norwegian olympian
orthodox ottoman pakistani palestinian palestinians persian peruvian polish portuguese presbyterian protestant
protestants romanian republican russian russians rwandan salafi saudi scot scots scottish serb serbian serbs shia
shiite shi'ite sikh sikhs slav slavic slovak slovene slovenian somali soviet soviets spaniard spanish sudanese sunni
sunnis swede swedish swiss syrian syrians taiwanese tamil tatar thai tibetan tory tories tunisian turk turkish turks
turkmen tutsi ukrainian ukrainians uzbek venezuelan vietnamese welsh westerner yazidi yemeni yugoslav zimbabwean
zionist hutu maori aboriginal nordic eurasian transatlantic euro-atlantic u.s u.k u.n e.u d.c u.s.a u.s.s.r u.a.e p.m
a.m b.c a.d n.y l.a n.j e.g i.e p.o r.i n.c s.c g.o.p w.h.o i.r.a c.i.a f.b.i arctic ltd inc corp plc euro dollar
ruble rouble pound god lord jesus christ allah bible koran quran torah
    """
)

# Words that open a sentence or stand in headings.
ORDINARY = word_set(
    """
a about above according accordingly across act actually additionally after afterwards again against ago ahead all
allegedly almost along already also although always amid among an analysts and another any anyone anything anyway
apart apparently are area article around as asked at authorities away back background based basically because before
began behind being below beside besides best better between beyond big both breaking but by can caption central
certain certainly children citing clearly click close comments commenting compared compare concerning considering
contact contrary could court critics currently daily dear despite did do does doing don't down due during each earlier
early eight either eighteen eleven else email enough especially even eventually ever every everybody everyone
everything evidently exactly except experts facing far few fewer fifteen fifth fifty file final finally find first
five following follow for former fortunately forty four fourteen fourth free freedom from full further furthermore
generally get getting give given go good got government governments great had half has have having he heads hello help
hence her here hers high him himself his hopefully how however hundreds i if i'm i've i'd i'll image images important
in indeed initially inside instead interestingly into ironically is isn't it it's its itself just keep key know known
last late later latest leaders learn least leaving left less let let's life like likewise listen little live local
long look looking lots made main mainly make making many maybe me mean meanwhile media meet meeting members men mid
middle might million millions modern more moreover most mostly much must my myself name namely national nato near
nearly neither never nevertheless new next nine nineteen no nobody none nor normally not note nothing notably now
nowadays number numerous obviously observers of off officials often oh ok okay old on once one only onto opening
opposite or original originally other others otherwise our out outside over overall own page parents part particularly
past people per perhaps photo photograph photographs photos picture please plus point possible possibly present
presumably previous previously prior probably public put quite rather read really recent recently regarding regardless
related remember report reporting reports residents respectively rather right said same say saying says second
secondly see seen seven seventeen seventy several shall share she short shortly should show similar similarly simply
since six sixteen sixty small so some somebody somehow someone something sometimes soon sources speaking specifically
still story strangely such suddenly sure surely surprisingly take taken taking ten text than thank thanks that that's
the their them themselves then there thereafter therefore there's these they they're thing things third thirdly
thirteen thirty this those though thousands three through throughout thus till time to today together tomorrow tonight
too top toward towards troops twelve twenty twice two typically under undoubtedly unfortunately unless unlike until up
upon update updated us use used usually various versus very via video view violence vs was watch we week well we're
were what whatever when whenever where whereas wherever whether which while who whoever whole whom whose why wide wife
will with within without witnesses women won't work workers world would written yeah year years yes yesterday yet you
young your you're police protesters students soldiers rebels gunmen villagers opposition peace security prime human
rights foreign defence defense interior inter-american west east north south western eastern northern southern
northwest northeast southeast southwest page chapter section part volume figure table article appendix version edition
episode season volume science arts art history philosophy economics politics business sport sports health culture
education technology music democracy justice truth love death hell heaven sun moon earth mars jupiter venus saturn
mercury wing civil navy marines relations affairs immigration operations revolutionary communist people's
constitutional supreme federal municipal provincial upper lower house senate
    """
)

# Places and times that are surnames when a given name or an honorific stands before them: Jack London, Theresa May.
ALSO_SURNAMES = word_set(
    """
may march london jordan washington israel england france french german english ireland holland york berlin hamburg
wales kent paris chad mali cuba norman moon love young best little small long west north south east bush white black
brown green gray grey blue gold silver church hill hall wells woods brooks rivers bridges lane park banks fields marsh
pool wall price rice day week post star king prince pope bishop judge marshall justice sheriff dean baker cook carter
mason smith taylor potter hunter fisher gardener farmer porter page read reading good wise rich sharp moore power
powers summers winters snow rain frost stone rock waters ford lake sea bell ball camp cash chance christian cross
field fox guy hart hope joy law major mars miller moody noble parsons peace pound rose sands savage speed spring stark
storm swift underhill walker ward ware weaver webb wolf wood worth yard german roman scott strange case driver duke
earl baron knight abbott abbot priest chancellor commons constable webster guard gates gate dove bird drummer singer
major gunn
    """
)

# Frequent surnames of many languages.
SURNAMES = word_set(
    """
abbas abbott abdullah abe adams ahmed akhtar alexander ali allen alvarez andersen anderson andersson andrews armstrong
arnold ashton austin bailey baker banerjee barker barnes barnett barrett bauer becker begum bell bennett berger
berlusconi bernard bianchi black blair boyd bradley brooks brown bryant burke burns butler byrne cameron campbell
carlson carr carroll carter castillo castro chan chandra chapman chavez chen chopra chowdhury christensen clark clarke
clinton cohen cole coleman collins colombo cook cooper costa cox craig crawford cruz cunningham dahl das davidson
davies davis dawson delgado demir desai dias diaz dixon dubois dunn edwards ellis evans farrell ferguson fernandes
fernandez ferrari ferreira fischer fisher fitzgerald fleming fletcher flores foster fournier fox francis franklin
fraser freeman fuchs gallagher garcia gardner gibson gill girard gomes gomez goncalves gonzales gonzalez gordon graham
grant gray green greene griffin griffiths gross gupta gutierrez haas hall hamilton hansen hansson harper harris
harrison hart hartmann harvey hassan hayes henderson henry hernandez hill hoffman hoffmann holmes horvat howard huber
hudson hughes hunt hunter hussain hussein ibrahim ivanov jackson jacobs jain james jansen janssen jenkins jensen
jimenez johansson johnson johnston jones jordan joseph joshi jung kaiser kapoor karlsson kaur kaya keller kelly
kennedy khan kim king klein knight koch kohl kovac kowalski kramer krause kruger kumar lambert lang larsen larsson
laurent lawrence lawson le lee lefebvre leroy lewis lim lin little lloyd long lopes lopez lynch macdonald mackenzie
maier marshall martin martinez martinsson mason matthews may mayer mccarthy mcdonald mehta mendes mendoza meyer miller
mills mishra mitchell mohammed molina moore morales moreau morgan morris morrison muller munoz murphy murray myers
nelson neumann newman nguyen nielsen nilsson novak nowak o'brien o'connor o'neill o'sullivan oliveira olsen olson
olsson ortega ortiz owen owens palmer papadopoulos park parker patel paterson payne pearson pena pereira perez perry
persson peters petersen petersson peterson petit petrov pham phillips pierce pinto popescu porter powell price quinn
ramirez ramos rao rasmussen reddy reed reid reyes reynolds ricci rice richard richards richardson richter rivera
robert roberts robertson robinson rocha rodrigues rodriguez rogers romano romero rose ross rossi roth rousseau roux
roy ruiz russell russo ryan sanchez sanders santos sato schmid schmidt schmitt schneider schroder schroeder schulz
schulze schumacher schuster schwartz schwarz scott sharma shaw shevchenko silva simmons simon simpson singh smith
snyder sousa spencer stein stevens stewart stone sullivan suzuki svensson tan tanaka taylor thomas thompson thomson
torres tran tremblay tucker turner vargas vasquez vogel volkov wagner walker wallace walsh wang ward warren watson
weaver webb weber weiss wells werner west wheeler white wilkinson williams williamson willis wilson winkler winter
wolf wong wood woods wright wu xu yang yilmaz young yamamoto zhang zhao zhou zimmermann ziegler
    """
)

# Endings that surnames have and other words seldom: Slavic, Georgian, Armenian, Nordic, Greek, Iberian, Turkish …
SURNAME_ENDINGS = tuple(
    word_set(
        """
ov ova ev eva yov sky ski skiy skyi skii skyy skaya ska enko vich vych vic wicz czyk chuk shvili dze yan ian sson sen
dottir opoulos akis idis escu eanu oglu zadeh pour stein berg mann ez ungen inen sin yev owski cki
"""
    )
)
SURNAME_BEGINNINGS = ("mc", "o'", "al-", "el-", "ben-", "abu-", "fitz")

# Surnames that stand first, in Chinese, Korean and Vietnamese order.
EAST_ASIAN_SURNAMES = word_set(
    """
au bai cai cao chang chan chen cheng cheung chiu cho chow choe choi chung dai deng ding dong fan fang feng gao gong
guo han he ho hong hui hu hua huang hwang jang jia jiang jin jung kang kim kong kwon kwok kwong lai lam lau lee lei
leung li liang liao lim lin liu lu luo ma mao meng moon ngo nguyen oh pak pan park peng pham qian qin ren rhee siu roh
ryu shao shen shi shin song su sun tan tang tian to tsang tse tran tsai wan wang wei wen wong wu xi xia xiao xie xin
xiong xu xue yan yang yao ye yeung yi yin yip yoon you yu yuan yun zeng zhang zhao zheng zhong zhou zhu zou
    """
)

# Inside a name, in lower case.
PARTICLES = word_set(
    """
de da do dos das du des del della di d la van von der den het ter zu zur bin ibn bint abu al el ul y af av
    """
)
# Of these no other word of English or of the surrounding text has the form.
STRONG_PARTICLES = word_set("van von der bin ibn bint abu dos della af ul zu ter")

# Two letters that are initials rather than the short name of a thing: JK Rowling.
DOUBLE_INITIALS = word_set("AJ BJ CJ DJ JD JJ JK JR KD LJ MJ OJ PJ RJ TJ TS WH HG EM AA")

# Given names that name places or other things at least as often; they are weak evidence.
WEAK_GIVEN = word_set(
    """
alma amber angel april august austin carolina charlotte chelsea christian clement crystal daisy dawn faith florence
georgia grace hope june joy lance lourdes magic may mark mercedes odessa patience regina roman rose salvador santiago
milan sofia kent brittany dean earl said per les jan santos sterling sultan summer victoria virginia will zaire king
prince major victor norman memphis trinity marine
    """
)

# In lower case directly before a name: the name of a ship or a storm, not of whom it honours.
NAMED_THINGS = word_set(
    """
carrier ship frigate destroyer vessel cruiser submarine yacht ferry hurricane storm typhoon cyclone airport stadium
street avenue company firm band album film movie novel song book magazine newspaper brand club team town city village
province district county river lake mountain island region
    """
)

# In lower case directly after a name: something that bears it.
BEARING_THINGS = word_set(
    """
airport stadium street avenue road bridge prize award foundation museum hospital university college school trophy dam
square tower hotel cup medal institute library theatre theater company group county province district
    """
)
