"""Given names that stand for one another: nicknames, and the forms that languages give to one name.

Written from general knowledge of what registers, dictionaries of names and the press print; no list was copied. Each
line is one name. A form may stand on several lines ("Alex"): two forms go together when they share a line. Spellings
that differ only by transliteration need no line here, :mod:`generator.catalog.sounds` hears them; a line of one word
says that it is a name of its own, so that it is not taken for a typing error of another. A few Korean surnames
stand here too, whose customary spellings follow no table.
"""

# Arabic names, and those that Persian, Turkish and the languages of South Asia have from it.
_ARABIC_LINES = """
abdullah
adel adil
adnan
ahmad ahmed ahmet akhmed
akram
alaa
ali
amin ameen amine
amir emir
anas
anwar
arif
ashraf
asif
ayad iyad
ayman
aziz azeez
bashar
bashir basheer bachir
bilal
fadel fadil fadhil
fahd fahad
faisal faysal feisal fayssal
farhan
farid fareed
farouk faruq farooq
fatima fatma fatemeh
fayez faiz
gamal jamal
ghafar ghaffar
ghani
ghassan
habib habeeb
hadi
hafez hafiz hafidh
haider haydar
haitham haytham
hakim hakeem
hamid hamed
hani
haqqani
hashem hashim hachem
hassan hasan
hatem hatim
hisham hicham hesham
ibrahim ebrahim
hussein husayn hossein hussain
ihsan
imad emad
iman
isa
ismail ismael esmail
issam isam essam
jabbar jabar
jaber jabir
jafar jaafar jaffar
jalal
jalil jaleel
jamil jameel djamil
kamal
kamel kamil
karim kareem
kazem kadhim kazim
khalaf
khalid khaled
khalil khaleel
latif lateef
layla leila leyla
mahdi mehdi
mahmoud
majed majid majeed madjid
malik malek
mansour mansur
marwan
masoud masud massoud
mazen mazin
mohammed mohamed muhammad mohammad mohd mahomet mehmet mahamat mochammad mouhamad muhammed mohamad
mohsen muhsin mohsin
moussa musa mousa
mubarak
munir mounir moneer
muqtada
murad mourad morad
mustafa mostafa
nabil nabeel
nadim nadeem
naif nayef nayif
naim naeem
naji
najib najeeb nadjib
nasser nasir
nawaf
nawaz
nazar nizar
noor nur nour
obaid ubayd ubaid
omid
osama usama
qader qadir kader kadir
qasem qasim qassem kassem kassim ghassem qassim
rabah
rabbani
raed raid
rafiq rafik rafic
rahim raheem
rahman rehman
ramzi
rashed rashid rasheed rachid
razzaq razaq razzak razak
reza rida ridha
riad riyad riyadh riaz
ruhollah
saad
saadi
sadeq sadiq sadek
said saeed
saif
salah
salam salaam
saleh salih
salim salem
salman
samad
sami
samir sameer
sattar satar
shafiq shafik
sulayman suleiman sulaiman soleiman
taha
taher tahir
talal
talib taleb
tamim
tariq tarek
turki
ubaydallah obaidullah
umar omar
uthman othman osman usman
wael wail
wahab wahhab
wahid waheed
walid waleed
yahya
yasin yassin yaseen yassine
yasser yasir
yunus younis younes yunis
zaid zayd zayed zeid
zain zein zayn
zaki
yusuf youssef yousef yousuf
ziad ziyad zyad
zubair zubayr zoubeir
"""

_LINES = """
aaron ron ronnie
abigail abby gail
abraham abe avraham ibrahim
adam
adolfo adolf adolph
adrian adrien
adriana
agnes
agustin augustin
alan allan allen al alain
albert al bert bertie alberto
alberta
alexander alex aleksandr alexandr aleksander aleksandar alexandre alessandro alejandro oleksandr aliaksandr
  alyaksandr olexander sasha sascha sandy alec alisdair alasdair iskander
alexandra alex aleksandra alessandra alejandra oleksandra sandra sasha lexi
alexei alexey aleksei aleksey alexej alexy aliaksei aliaksey oleksiy oleksii alyosha alex
alfonso alphonse
alfred al fred freddie alfredo
alice alicia
alison ally allison
alvaro
amanda mandy
amy
anatoly anatoli anatoliy anatol anatolii
andrew andy drew andre andreas andrei andrey andrej andriy andrii andres anders andrzej andrea
angel
angela angie
ann anne anna annie anya nancy ana hanna
anthony tony antony anton antonio antoine antonios antonis ante
antonia
arkady arkadi arkadiy
arnold arnie
arthur art artur arturo
augustus gus
austin
barbara barb barbie babs varvara
barnaby
bartholomew bart
beatrice bea
beatriz
benito
benjamin ben benny benji binyamin benyamin bibi
bernard bernie bernhard bernardo
beverly
bjorn
blanca
bogdan bohdan
boris
bradley brad bradford
brandon
brenda
brendan
brian bryan bryon
bridget
bruce
camilo
carl karl carlo carlos charles karel karol
carla karla
carmen
carol caroline carolyn carrie karoline
cassandra cass cassie
catherine katherine kathryn katharine cathy kathy kate katie kitty kat ekaterina yekaterina katerina kateryna
  katarina catalina caterina
cecil
cecilia cecile
cesar
charles charlie chuck chas carlos karl
charlotte lottie
chelsea
chester chet
choi choe
christian chris
christine christina chris tina kristina chrissy christy kristin kirsten cristina
christopher chris kit topher kristofer christophe cristobal
chung jung jeong chong
clara claire clare
clarence
claudette
claudia
claudio claude
clement clem
clifford cliff
clive
colin
constance connie
craig
curtis curt
cynthia cindy
dale
dana
daniel dan danny danilo danil daniil danylo
danielle daniela
danuta
dario
david dave davey davide dawid davyd
dean
deborah deb debbie debra
denis dennis denys dennys dionisio
denise
derek derrick
desmond des
diana diane
diego
dina
dmitry dmitri dmitriy dmitrii dmytro dzmitry dima mitya dimitri dimitrios dimitris
dolores
dominic dominique nick dom domenico domingo
donald don donnie
donna
doris
dorothy dot dottie dolly
douglas doug
duncan
dustin
dylan
edgar ed eddie
edmund ed eddie ned
edward ed eddie ted teddy ned eduard eduardo edouard edvard
egor yegor
eileen
eleanor ellie nell nora eleonora
elena helen helena yelena olena alena ellen lena
elizabeth liz beth betty eliza lizzie betsy libby bess elisabeth lisa elisabetta elizaveta isabel yelizaveta
ellen nell ellie
elvira
emil emilio emile
emilia
emily em emma
emmanuel manny manuel immanuel emanuel
eric erik erick
erika erica
ernest ernie ernesto ernst
esther ester hester
ethan
ethel
eugene gene yevgeny evgeny evgeni evgeniy yevgeni yevgeniy yevhen eugen eugenio zhenya yauhen
eugenia zhenya
evan
ewa eva eve
fabian
fausto
fedor fyodor fjodor theodore fedir
felix
fernanda
fernando
fidel
florence flo
floyd
frances fran francesca francoise francisca
francis frank francesco francisco francois franz frans pancho paco frantisek
franklin frank
frederick fred freddie freddy friedrich fredrick federico frederic fredrik
frederik
gabriel gabe
gabriela
gabrielle gabriella gaby
garry gary gari harry
gennady gennadi gennadiy gennadii hennadiy henadz
geoffrey geoff jeff jeffrey jeffery
george georg georgy georgi georgiy georges giorgos jorge giorgio yorgos yiorgos giorgi heorhiy heorhii jerzy
  georgios
gerald gerry jerry geraldo
gerhard gerard gerardo gerry
gertrude trudy
gilbert gil bert gilberto
gillian jill gill
gleb
glenn glen
gloria
gonzalo
gordon
graham graeme
gregory greg grigory grigori grigoriy gregor gregorio hryhoriy hryhorii
guadalupe
gunther gunter guenther
gustav gus gustavo gustave
gwendolyn gwen
halina galina halyna
hannah hanna
hans johannes
harold harry hal harald
harriet hattie
harrison harry
heather
hector heitor
heinz
henry harry hank henri enrique enrico heinrich henrik hendrik
herbert herb bert
herman hermann
hernan
hillary hilary
holly
horacio
horst
howard howie
hubert bert
hugh hugo
hugo
humberto umberto
ignatius ignacio nacho
igor ihor ihar
ilya ilia illia elijah elias
ines
ingrid
irene irina iryna irena ira
irma
irving irv
isaac ike yitzhak itzhak ishak ishaq
isabel isabella izzy isabelle
ismael
ivan john johann ivana
ivanka
jackson
jacob jake jakob yakov yaakov iacob yaqub yaqoub
jacqueline jackie jacquie
james jim jimmy jamie jaime santiago jaimie
jane janet jan janey jean
janice jan janis
jason
javier xavier
jeb
jefferson jeff
jennifer jen jenny jennie
jens
jerald jerry
jeremy jerry jeremiah
jerome jerry
jesse jess
jessica jess jessie
jesus
joan joanna joanne jo
joana
joaquin
jochen joachim
john jack johnny jon ivan johann johannes jan jean juan giovanni joao yannis ioannis sean ian hans janos
jonathan jon jonny jonathon yonatan
jordan
josefina josephine
joseph joe joey jozef josef jose giuseppe yosef iosif josip pepe youssef yusuf
josephine jo josie
joshua josh yehoshua
joyce
juana
judith judy judi
julia yulia yuliya julie giulia iuliia juliya
julian jules giuliano yulian
julio
jurgen juergen
justin
justine
karin karen
kathleen kathy kath kate
keith
kelly
kenneth ken kenny
kevin
kimberly kim
kirill kyrylo cyril
konstantin kostya kostas constantin constantine kostiantyn konstantinos
kurt
kyle
larisa larysa
laura laurie lora
lawrence larry laurence lars lorenzo laurent lavrenty
lee yi ri rhee
leo lev leon
leona
leonard len lenny leonardo leo
leonel lionel
leonid lyonya
leopold leo
leopoldo leopold
leslie les
leticia
lidia lidiya lydia lidiia
lillian lily lilian
lina
linda lin lynda
lloyd
logan
lori
louis lou luis louie luigi ludwig ludovic lewis
louise lou luisa
lourdes
lucas luke luca lukas
lucian
lucille lucy
lucio
lucy lucia
ludmila lyudmila liudmila liudmyla
luther
luz
lynn lynne
madeleine maddie madeline
magdalena
manuela
marcel marcello
marcela
marcelo
marcus marc mark
margaret maggie meg peggy marge margie marjorie greta rita margarita margot
maria marie mary mariya masha molly polly miriam maryam marya mariam
marianne
marilyn
marin
marina
mario
marion marian
marjorie marge
mark marc marco marcus marko markus
marshall
martha marta
martin marty martyn marcin
martina
mason
mathew matthew matt matthias mateo matteo matvei
maurice morris moritz mauricio mo
maximilian max maxim maksim maksym
maximo
maxwell max
megan meghan
melania
melissa mel
mercedes
michael mike mick mickey mikhail misha mikheil miguel michel michele michal mykhailo mikael mikhael mihail mihai
  mihaly mitch
michaela mikaela
michelle michele shelly
mikhail misha
mildred millie
mitchell mitch
mohandas
monica monika
morton mort
muriel
myron
nadia nadezhda
nadine
natalia natalya natasha nathalie natalie nataliya natallia nataliia
nathan nate nathaniel nat
neil neal
nelson
nestor
newton newt
nicholas nick nicky nikolai nikolay nikolaj nicolas nicola nikolaos nikos mykola klaus claus niklas mikalai mikola
  kolya nikola niccolo miklos
nicole nicola nikki
nigel
nina
norbert
norberto norbert
norma
norman norm
octavio
oksana oxana aksana
oleg oleh aleh
olga olha volha
oliver ollie olivier
oscar oskar
osvaldo oswaldo
otto
pamela pam
paola
park pak
patricia pat patty trish tricia
patrick pat paddy rick padraig patricio
paul pavel pavlo pablo paolo pawel paulo pavlos pasha
pauline paula
penelope penny
percy
peter pete petr pyotr piotr petro pedro pietro pierre pieter petros petya pjotr piatr
philip phil phillip pip felipe filip philippe filippo
phyllis
pilar
poul
preston
priscilla cilla
quentin
rachel rachael raquel
rahul
rajiv
ralph ralf rafe
randall randy
randolph randy
raphael rafael rafi raffaele rafa
raul
raymond ray raimundo ramon
rebecca becky becca
regina gina
reginald reg reggie
rene
richard dick rick rich ricky richie ricardo riccardo
robert bob bobby rob robbie bert roberto rupert beto
roberta
roderick rod
rodney rod
rodolfo
rodrigo
rogelio
roger
roh noh no
roland rolando orlando
roman raman
ronald ron ronnie ronaldo
rosario
rose rosa
rosemary rose rosie
roxanne roxy
roy
ruben reuben
rudolph rudy rudolf
rufus
rupert
russell russ
ruth
salvatore sal sam salvador
samantha sam
samuel sam sammy shmuel
sanjay
sarah sara sally sarra
sebastian seb bastian
serena
sergei sergey serguei sergej sergii serhii serhiy siarhei serge sergio sergiy sergi
seymour
shaun sean shawn
sheila
shirley
sidney sydney sid
silas
simon simeon shimon semyon
simona simone
solomon sol shlomo suleiman
sonia sonya
sophia sophie sofia sofya
soren
stacy stacey
stanislav stas stanislaw stanislau
stanley stan
stephanie steph
stephen steve steven stefan stephan stepan etienne esteban stefano stevie stephane stefanos istvan
stuart stewart stu
susan sue suzanne susie suzy susanna susannah zuzana
susana
svetlana svitlana sviatlana sveta
sylvain
sylvia silvia
tabitha
tamara toma
tammy
tatiana tatyana tetiana tetyana tanya tatsiana
terence terry terrence
teresa theresa tess terry therese tereza
thaddeus thad
theodore ted teddy theo feodor teodoro fyodor
thomas tom tommy tomas tomasz tommaso
tiffany
timothy tim timmy timofey
tobias toby
tracy tracey
trevor
tyler
ulises ulysses
ursula
valentin valya
valentina valya
valerie val
valery valeri valeriy valerii
vasily vasili vasiliy vassily vasyl basil
vernon vern
veronica ronnie nika
victor viktor vic vittorio
victoria vicky vicki viktoria viktoriya tori
victorine
vincent vince vinny vincenzo vicente
violeta
virginia ginny
vitaly vitali vitaliy vitalii
vladimir volodymyr wladimir volodya vova uladzimir vlad wolodymyr
vladislav vladislaw vlad uladzislau
vsevolod seva
vyacheslav viacheslav slava wjatscheslaw viachaslau
walter walt wally
wanda
warren
wayne
wendy
wesley wes
wilbur
wilfred fred
wilhelm william guillermo guillaume guglielmo willem
william bill billy will willie liam willy
wilson
winston
woodrow woody
yana jana
yanis giannis yannis ioannis
yaroslav jaroslav iaroslav jaroslaw yaraslau
yolanda
yuri yury yuriy juri iouri iurii yurii jury george
yvette
yvonne
zachary zach zack zak
zhanna jeanne joanna
zoe zoya
zsofia
"""


def _lines_of_forms() -> dict[str, frozenset[int]]:
    lines: dict[str, set[int]] = {}
    number = 0
    for line in (_ARABIC_LINES + _LINES).strip().splitlines():
        number += not line.startswith(" ")
        for form in line.split():
            lines.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in lines.items()}


GIVEN: dict[str, frozenset[int]] = _lines_of_forms()
"""Each given name that is known, folded, with the numbers of its lines."""

ARABIC = frozenset(_ARABIC_LINES.split())
"""Those by which people are also called after father and grandfather."""


def is_variant(one: str, other: str) -> bool:
    """Whether two folded given names may be one person's.

    >>> is_variant("bob", "robert"), is_variant("olena", "helen"), is_variant("alexander", "alexei")
    (True, True, False)
    """
    lines = GIVEN.get(one)
    return lines is not None and not lines.isdisjoint(GIVEN.get(other, ()))
