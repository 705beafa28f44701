using DataCatalog.Dcat.Records;

namespace DataCatalog.Search.Everything;

/// <summary>An entry that is no dataset, as a search through everything finds it.</summary>
/// <param name="Kind">One of <see cref="EntryKind.All"/>.</param>
/// <param name="Record">The record.</param>
internal sealed record KnownEntry(string Kind, IRecord Record)
{
    /// <summary>The identifier: of a term its code.</summary>
    public string Identifier => IdentifierOf(Record);

    /// <summary>The name in its languages.</summary>
    public LanguageMap Name => NameOf(Record);

    /// <summary>Returns the identifier of an entry of any kind: of a term its code.</summary>
    public static string IdentifierOf(IRecord record) => record is Concept concept ? concept.Code : record.Id;

    /// <summary>Returns the title or the name of an entry of any kind.</summary>
    public static LanguageMap NameOf(IRecord record) => record switch
    {
        Dataset dataset => dataset.Title,
        DataService service => service.Title,
        LegalRule rule => rule.Title,
        Model model => model.Title,
        Agent agent => agent.Name,
        _ => ((Concept)record).Label,
    };
}
