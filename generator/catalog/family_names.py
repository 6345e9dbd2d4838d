"""Family names that are frequent, so that one is no misprint of another: Baker and Barker, Fernandez and Hernandez.

Written from general knowledge of what directories of English, Spanish, Portuguese, French, German, Slavic, Korean and
Chinese names print; no list was copied. Spellings of one name stand with a slash between them.
"""

import re

from generator.catalog.variants import GIVEN

_NAMES = """
abbott adams adamson alexander allen/allan/alan anderson/andersen/andersson andrews armstrong arnold atkins atkinson
austin bailey/bayley baker baldwin ball banks barber barker barlow barnes barnett barr barrett barron barry bartlett
barton bates baxter beck becker bell bender bennett benson benton berg berger bernard berry best bishop black blair
blake blanchard bond booth bowen bower bowers bowman boyd boyer boyle bradley brady bradford brand brandt braun
brennan brewer bridges briggs bright brock brooks/brookes brown/browne bruce bryan bryant buchanan buck burgess
burke/bourke burnett burns burt burton bush butler byrd byrne/byrnes cain caldwell cameron campbell cannon carey
carlson carney carr carroll carson carter case casey cash chambers chandler chapman chase chen cherry christensen
christian church clark/clarke clay clayton cobb cochran cohen/cohn cole coleman collier collins combs conley
conner/connor connolly conrad conway cook/cooke cooper cox craig crane crawford crosby cross cruz cullen cummings
cunningham curry curtis dalton daly daniel daniels davenport davidson davies davis davison dawson day dean decker
dennis dickinson dickson dixon dodd dodson donaldson donnelly donovan douglas doyle drake duffy duke duncan dunn/dunne
dyer eaton edwards elliott ellis emerson england english erickson evans everett farley farmer farrell ferguson field
fields finch finley finn fischer/fisher fitzgerald fitzpatrick fleming fletcher flynn foley forbes ford foreman foster
fowler fox francis frank franklin fraser/frazier freeman french fry fuller gallagher gardner/gardiner garner garrett
gates george gibbons gibbs gibson gilbert gill gillespie glass glenn glover goldberg golden goldman good goodman
goodwin gordon gould graham grant graves gray/grey green/greene greer griffin griffith griffiths gross hale hall
hamilton hammond hancock hanson/hansen hardin harding hardy harmon harper harrell harrington harris harrison hart
hartman/hartmann harvey hawkins hayes/hays haynes heath henderson hendricks henry henson herman/hermann hess hicks
higgins hill hines hobbs hodge hodges hoffman hoffmann hogan holden holder holland holloway holmes holm holt hood
hooper hoover hopkins horn horton houston howard howe howell hubbard huber hudson huff huffman hughes hull humphrey
hunt hunter hurst hutchinson ingram irwin jackson jacobs jacobson james jefferson jenkins jennings jensen johns
johnson johnston johnstone jones jordan joseph joyce kane kaufman/kaufmann keith keller kelley/kelly kemp kennedy kent
kerr kerry kim king kirby kirk klein kline knapp knight knox koch kramer krause krueger lamb lambert lane lang lange
larsen larson lawrence lawson leach leblanc lee leonard lester levine levy lewis lindsay/lindsey little livingston
lloyd logan long love lowe lucas lynch lynn lyons macdonald/mcdonald mack major mann manning marks marsh marshall
martin mason massey mathews/matthews maxwell may mayer mayo mcbride mccain mccann mccarthy mccartney mccormick mccoy
mccullough mcgee mcguire mcintyre mckay mckee mckenna mckenzie/mackenzie mckinney mclaughlin mclean mcmahon mcmillan
meier/meyer/maier/meyers/myers melton mercer merritt merz meadows michaels middleton miles miller/mueller/muller mills
mitchell monroe montgomery moody moon moore moran morgan morris morrison morrow morse morton moses mosley moss moyer
mullen mullins munroe murphy murray nash neal/neil nelson/nielsen/nilsson newman/neumann newton nichols nicholson
nixon noble nolan norman norris norton oconnor odonnell oliver olsen/olson/olsson oneal/oneill orr osborne owen owens
pace page palmer park parker parks parrish parsons patrick patterson patton paul payne pearce/pierce pearson perkins
perry peters peterson/petersen phelps phillips pickett pitts pollard poole pope porter potter potts powell powers
pratt price prince pritchard proctor quinn ramsey/ramsay randall randolph rasmussen ray reed/reid/read reese/reece
reeves reilly/riley reynolds rhodes rice rich richards richardson richter ritchie roach robbins roberts robertson
robinson robson rodgers/rogers rollins rose ross roth rowe rowland roy rush russell russo ryan sanders sanderson
saunders savage sawyer schaefer/shaffer schmidt/schmitt/schmitz schneider scholz/schulz/schultz schroeder schwartz
scott sears sexton sharp/sharpe shaw shea shelton shepherd/sheppard sherman shields short silva simmons simon simpson
sims/simms sinclair singer singh singleton sloan small smith/smyth/smythe snow snowden snyder solomon song sparks
spears spence spencer stafford stanley stanton stark steele stein stephens stephenson/stevenson stevens stewart/stuart
stokes stone stout straw strickland strong sullivan summers sutherland sutton swanson sweeney sykes tate taylor
terrell terry thomas thompson/thomson thornton todd townsend tracy travis trevino tucker turner tyler underwood vance
vaughan/vaughn vincent wade wagner walker wall wallace waller walsh/welsh walter walters walton ward ware warner
warren washington waters watkins watson watts weaver webb weber webster weeks weiss welch wells werner west whitaker
white whitehead whitney wiggins wilcox wilder wiley wilkerson wilkins wilkinson williams williamson willis wilson
winters wise wolf/wolfe woodard woods woodward wright wyatt yates york young

acosta aguilar aguirre alonso alvarado alvarez/alvares arias avila barrera benitez blanco bravo bueno cabrera calderon
camacho campos cano cardenas cardoso carrillo castaneda castillo castro cervantes chavez/chaves contreras cordero
cordova coronado correa cortes/cortez costa delgado diaz/dias dominguez/domingues duarte duran escobar
espinosa/espinoza esparza estrada fernandez/fernandes ferreira ferrer figueroa flores franco fuentes galindo gallardo
gallegos garcia garza gomez/gomes gonzalez/gonzales/goncalves guerra guerrero gutierrez/guterres guzman
hernandez/hernandes herrera herrero hidalgo ibanez ibarra iglesias jimenez juarez lara leon lopez/lopes lozano lucero
luna machado maldonado marcos marin marquez/marques martinez/martines medina mejia mendes/mendez mendoza mercado
miranda molina mora morales moreno moreira moya munoz navarro navarrete nunez/nunes ochoa ojeda oliveira orozco ortega
ortiz osorio pacheco padilla palacios paredes parra pena peralta pereira perez/peres pineda pinto ponce prado quintana
quintero ramirez ramos rangel reyes ribeiro rincon rios rivas rivera rivero robles rocha rodriguez/rodrigues rojas
roldan romero rosales rosario rubio ruiz salas salazar salcedo salgado salinas sanchez/sanches sandoval santana
santiago santos serrano sierra solis sosa soto souza/sousa suarez tapia torres trujillo valdez/valdes valencia
valenzuela vargas vazquez/vasquez vega velasco velazquez/velasquez velez vera vidal villa villanueva villarreal zamora
zapata zavala zuniga

dubois dupont durand duval fontaine fournier girard lambert lefebvre leroy mercier michel moreau morel petit renard
renaud rousseau roussel simon vincent bauer bergmann fuchs graf hahn hartmann hofmann kaiser keller koehler kohl
krause kruger lange lehmann ludwig mayer pfeiffer sauer schafer schmid schreiber schubert schuster seidel sommer stein
vogel vogt voigt winkler wolff ziegler zimmermann bernardi bianchi bruno caruso colombo conti costa esposito ferrari
ferraro galli gallo giordano greco lombardi mancini marino mariani moretti ricci rinaldi romano rossi russo santoro

kang cho/jo choi han hwang jang/chang/zhang jeon jung kwon lim moon oh park seo shin song yang yoo/yu yoon cai cao
chen cheng/zheng deng ding dong du fan feng gao guo han he hu huang jia jiang jin kong li liang lin liu lu luo ma meng
pan peng qian qin ren shen shi su sun tan tang tian wan wang wei wu xia xiao xie xu xue yan yang yao ye yin yuan zeng
zhao zhong zhou zhu zou nguyen tran pham phan hoang vu vo dang bui duong

ivanov ivanova ivanenko petrov petrova petrenko pavlov pavlenko sidorov smirnov semenov sokolov sokolsky popov popova
volkov vlasov kozlov kozak novikov novak morozov moroz orlov belov belyaev bogdanov borisov danilov davydov denisov
egorov fedorov fomin frolov gerasimov golubev gusev ilyin isaev kalinin karpov kiselev klimov komarov konovalov
kovalev kovalenko kovalchuk krylov kudryavtsev kuznetsov lebedev litvinov lukin lukyanov makarov maksimov markov
martynov matveev medvedev melnikov melnyk mikhailov mironov nazarov nikitin nikolaev osipov pankov panov polyakov
ponomarev rogov rogozin romanov rybakov ryabkov savelyev savchenko shevchenko shevchuk soloviev sorokin stepanov
tarasov tikhonov timofeev titov tkachenko tkachuk vasiliev vasilenko vinogradov vorobyov yakovlev yakovenko zakharov
zaitsev zhukov boyko bondarenko bondarchuk kravchenko kravchuk marchenko oliynyk rudenko lysenko kuchma kowalski
kowalczyk wisniewski wojcik kaminski lewandowski zielinski szymanski wozniak dabrowski kozlowski jankowski mazur
krawczyk piotrowski grabowski pawlowski
"""


def _number_names() -> dict[str, frozenset[int]]:
    numbers = {form: set(lines) for form, lines in GIVEN.items()}
    for number, forms in enumerate(_NAMES.split()):
        for form in forms.split("/"):
            numbers.setdefault(form, set()).add(-1 - number)
    return {form: frozenset(each) for form, each in numbers.items()}


_FREQUENT = _number_names()
"""Each name, family or given, that many bear; with numbers that all spellings of one name share."""

# Slavic family names by their endings, as they are heard (see generator.catalog.sounds).
_ENDINGS = [
    (re.compile(r"(\w{3,}?)(?:[yi]?[eo](?:v|va))$"), "ov"),
    (re.compile(r"(\w{3,}?)(?:[yi]?(?:in|ina))$"), "in"),
    (re.compile(r"(\w{3,}?)(?:[ea]nk[oa])$"), "enko"),
    (re.compile(r"(\w{3,}?)(?:[cCTs]uk|CuX)$"), "chuk"),
    (re.compile(r"(\w{3,}?)(?:[sc]k(?:i|aya|aia|a))$"), "ski"),
    (re.compile(r"(\w{3,}?)(?:[eoy]vi[cCT]|ovi[cCT])$"), "vich"),
]


def are_two_names(one: str, other: str) -> bool:
    """Whether two folded words are names that many bear, and no spellings of one.

    >>> are_two_names("baker", "barker"), are_two_names("thomson", "thompson"), are_two_names("baker", "bakker")
    (True, False, False)
    """
    numbers = _FREQUENT.get(one)
    return numbers is not None and one != other and numbers.isdisjoint(_FREQUENT.get(other, numbers))


def end_otherwise(heard: str, other: str) -> bool:
    """Whether two words as they sound are Slavic family names of one root with other endings: Belov, Belavin.

    >>> end_otherwise("belov", "belavin"), end_otherwise("kovalenko", "kovalCuk"), end_otherwise("petrov", "petrovskin")
    (True, True, True)
    """
    ending = _ending_of(heard)
    return bool(ending) and ending != (_ending_of(other) or ending)


def _ending_of(heard: str) -> str:
    return next((name for pattern, name in _ENDINGS if pattern.match(heard)), "")
