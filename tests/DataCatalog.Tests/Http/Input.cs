namespace DataCatalog.Tests.Http;

/// <summary>What decides the bytes of some answer.</summary>
public enum Input
{
    Catalog,
    Dataset,
    NewDataset,
    WithdrawnDataset,
    Agent,
    Concept,
    Scheme,
    Territory,
    Service,
    Series,
    Model,
    Rule,
    Synonyms,
    Day,
    PageSize,
    MaxPageSize,
    Contact,
    BaseUrl,

    /// <summary>The database is put back to an earlier state, and changed in another way than before.</summary>
    Backup,

    /// <summary>The database is put back to an earlier state, and changed again in the same way, later.</summary>
    Again,

    /// <summary>The index of the search is made anew: no answer changes by that.</summary>
    Index,

    /// <summary>The service is started again: no answer changes by that.</summary>
    Restart,
}
