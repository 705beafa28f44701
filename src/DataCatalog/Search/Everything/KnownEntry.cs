using DataCatalog.Dcat.Records;

namespace DataCatalog.Search.Everything;

/// <summary>An entry that is no dataset, as a search through everything finds it.</summary>
/// <param name="Kind">One of <see cref="EntryKind.All"/>.</param>
/// <param name="Record">The record.</param>
internal sealed record KnownEntry(string Kind, IRecord Record)
{
    /// <summary>The identifier: of a term its code.</summary>
    public string Identifier => Record is Concept concept ? concept.Code : Record.Id;

    /// <summary>The name in its languages.</summary>
    public LanguageMap Name => Record switch
    {
        DataService service => service.Title,
        LegalRule rule => rule.Title,
        Model model => model.Title,
        Agent agent => agent.Name,
        _ => ((Concept)Record).Label,
    };
}
