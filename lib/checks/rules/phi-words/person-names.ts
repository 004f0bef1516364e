/**
 * Frequent given names of the United States. Names that are also words, places, or the names of software are left out
 * (`mark`, `grant`, `jan`, `virginia`, `ruby`, `maria`, `sam`): beside the word patient they would be found where nobody is named.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `aaron abigail adam adrian aisha alan albert alejandro alexander alexandra alexis alfred ali alice alicia allison alyssa amanda
  amelia amy ana andre andrea andrew angela anita ann anna anne annie anthony antonio arthur ashley ava barbara benjamin bernard
  beth bethany betty beverly bob bobby bonnie bradley brandon brenda brett brian brianna bridget bruce bryan caitlin caleb calvin
  cameron carl carla carlos carmen carol caroline carolyn catherine cathy charlene charles chelsea cheryl christina christine
  christopher cindy claire clara clarence connie craig cynthia daniel danielle danny darlene darren david deborah debra denise
  dennis derek diane diego dominic donald donna doris dorothy douglas dustin dylan eddie edith edna edward edwin eileen elaine
  eleanor elena elijah elizabeth ella ellen emily emma eric erica erika erin ernest esther ethan ethel eugene evelyn fatima
  felicia fernando frances francesca francis francisco fred frederick gabriel gabriela gail gary geoffrey george gerald gina
  gladys glenn gloria gordon greg gregory hannah harold harry hector heidi helen henry herbert howard hugh ian ines irene irma
  isaac isabella isaiah ivan jack jackie jacob jacqueline jaime james jamie jane janet janice jared jasmin jason javier   jeanne jeff jeffrey jenna jennifer jenny jeremy jerome jerry jesse jessica jill jim jimmy joan joann joanna joanne joe joel
  johanna john johnny jon jonathan jorge jose joseph joshua joyce juan juanita judith judy julian julie justin karen karl karla
  katelyn katherine kathleen kathryn kathy katie keith kelly kenneth kevin kim kimberly kristen kristin kristina kyle larry laura
  lauren laurie lawrence leah leonard leroy leslie liam linda lindsay lisa logan lois lori louis louise lucas lucia lucille lucy
  luis luke lydia lynn mandy manuel marcia marcus margaret marian marie marilyn mario marion marjorie marlene martha marvin
  mary matthew maureen maxine megan melanie melinda melissa melody melvin mia michael michelle miguel mike mildred mitchell mohamed
  mohammed monica muhammad nancy naomi natalie natasha nathan nathaniel nicholas nicole nina noah nora norman olivia olga omar
  pamela patricia patrick paul paula pauline pedro peggy peter philip phillip phyllis priscilla rachel rafael ralph ramon randall
  randy raymond rebecca regina renee rhonda ricardo richard rita roberta robert roberto rodney roger roland ronald rosemary
  rosie roy russell ruth ryan sabrina sally samantha samuel sandra sara sarah scott sean sebastian sergio seth shannon sharon
  shawn sheila shelby sherry shirley sofia sonia sophia stacy stanley stephanie stephen steve steven stuart susan suzanne sylvia
  tamara tammy tanya teresa terri terry theodore theresa thomas tiffany timothy tina todd tommy toni tony tracy tyler valerie
  vanessa vernon veronica vicki vincent vivian walter wanda wayne wendy wesley willie william willy yolanda yvette yvonne
  zachary zoe`.split(/\s+/),
);

/** Frequent family names, without those that are also words, trades or places. */
export const FAMILY_NAMES: ReadonlySet<string> = new Set(
  `adams aguilar alexander allen alvarez anderson bailey barnes bennett brooks bryant campbell castillo chavez chen clark collins
  cooper cox cruz davis delgado diaz doe edwards ellis evans fernandez fisher flores garcia gibson gomez gonzales gonzalez
  graham gutierrez hamilton harris harrison henderson henry hernandez herrera hoffman howard hughes jackson jimenez johnson jones
  kelly kennedy khan kim lewis lopez martin martinez mcdonald medina mendoza miller mitchell moore morales moreno morgan
  morris murphy murray myers nelson nguyen ortiz owens patel patterson perez perry peterson phillips powell ramirez ramos   reyes reynolds richardson rivera roberts robertson robinson rodriguez rogers romero ross ruiz russell ryan sanchez sanders
  silva simmons simpson smith soto stevens stewart sullivan taylor thomas thompson torres tran vargas vasquez wagner   williams williamson wilson wright`.split(
    /\s+/,
  ),
);
