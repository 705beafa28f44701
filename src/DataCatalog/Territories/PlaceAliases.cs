namespace DataCatalog.Territories;

/// <summary>
/// Names that are in use for territories beside the official ones. They change with laws and not with data, so they stand here, and a test
/// compares them with the seed. Former regions: the 22 of the decree of 2 June 1960 until the law 2015-29 of 16 January 2015
/// merged them, each with its départements; former départements: the decrees that renamed them. Acronyms are those that the
/// territories use for themselves.
/// </summary>
internal static class PlaceAliases
{
    /// <summary>The folded names, each with the typed ids that it stands for, separated by spaces.</summary>
    public static readonly IReadOnlyList<(string Name, string Ids)> All =
    [
        ("ara", "region:84"),
        ("aura", "region:84"),
        ("bfc", "region:27"),
        ("cvl", "region:24"),
        ("hdf", "region:32"),
        ("idf", "region:11"),
        ("naq", "region:75"),
        ("paca", "region:93"),
        ("pdl", "region:52"),
        ("pdll", "region:52"),
        ("region sud", "region:93"),
        ("npdc", "departement:59 departement:62"),
        ("taaf", "collectivite:984"),
        ("spm", "collectivite:975"),
        ("guyane francaise", "region:03"),
        ("amp", "epci:200054807"),
        ("ems", "epci:246700488"),
        ("grand lyon", "epci:200046977"),
        ("grand nancy", "epci:245400676"),
        ("grand paris", "epci:200054781"),
        ("mel", "epci:200093201"),
        ("mgp", "epci:200054781"),
        ("tpm", "epci:248300543"),

        ("alsace", "departement:67 departement:68"),
        ("collectivite europeenne d alsace", "departement:67 departement:68"),
        ("aquitaine", "departement:24 departement:33 departement:40 departement:47 departement:64"),
        ("auvergne", "departement:03 departement:15 departement:43 departement:63"),
        ("basse normandie", "departement:14 departement:50 departement:61"),
        ("bourgogne", "departement:21 departement:58 departement:71 departement:89"),
        ("centre", "region:24"),
        ("region centre", "region:24"),
        ("champagne ardenne", "departement:08 departement:10 departement:51 departement:52"),
        ("franche comte", "departement:25 departement:39 departement:70 departement:90"),
        ("haute normandie", "departement:27 departement:76"),
        ("languedoc roussillon", "departement:11 departement:30 departement:34 departement:48 departement:66"),
        ("limousin", "departement:19 departement:23 departement:87"),
        ("lorraine", "departement:54 departement:55 departement:57 departement:88"),
        ("midi pyrenees",
            "departement:09 departement:12 departement:31 departement:32 departement:46 departement:65 departement:81 departement:82"),
        ("nord pas de calais", "departement:59 departement:62"),
        ("picardie", "departement:02 departement:60 departement:80"),
        ("poitou charentes", "departement:16 departement:17 departement:79 departement:86"),
        ("rhone alpes",
            "departement:01 departement:07 departement:26 departement:38 departement:42 departement:69 departement:73 departement:74"),

        ("basses alpes", "departement:04"),
        ("basses pyrenees", "departement:64"),
        ("charente inferieure", "departement:17"),
        ("cotes du nord", "departement:22"),
        ("loire inferieure", "departement:44"),
        ("seine inferieure", "departement:76"),
    ];
}
