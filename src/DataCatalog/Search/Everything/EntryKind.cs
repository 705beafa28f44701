using DataCatalog.Dcat.Records;

namespace DataCatalog.Search.Everything;

/// <summary>The kinds of entries that a search through everything finds.</summary>
internal static class EntryKind
{
    public const string Dataset = "dataset";
    public const string Service = "service";
    public const string Rule = "rule";
    public const string Model = "model";
    public const string Competence = "competence";
    public const string Publisher = "publisher";
    public const string Licence = "licence";
    public const string AccessRegime = "access-regime";

    /// <summary>All kinds, in the order in which equally good entries take turns.</summary>
    public static readonly string[] All = [Dataset, Service, Rule, Model, Competence, Publisher, Licence, AccessRegime];

    /// <summary>Returns what people call entries of a kind, in French.</summary>
    public static string LabelOf(string kind) => kind switch
    {
        Dataset => "Jeux de données",
        Service => "Services de données",
        Rule => "Règles",
        Model => "Modèles",
        Competence => "Compétences",
        Publisher => "Producteurs et diffuseurs",
        Licence => "Licences",
        _ => "Régimes d'accès",
    };

    /// <summary>The vocabularies whose terms are entries of a kind, with that kind.</summary>
    public static readonly IReadOnlyList<(string Scheme, string Kind)> OfSchemes =
        [(Schemes.Competences, Competence), (Schemes.Licences, Licence), (Schemes.AccessRegimes, AccessRegime)];
}
