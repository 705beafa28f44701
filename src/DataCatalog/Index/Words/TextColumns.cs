namespace DataCatalog.Index.Words;

/// <summary>Columns of the index of the datasets.</summary>
[Flags]
internal enum TextColumns
{
    None = 0,

    Title = 1,

    Keywords = 2,

    /// <summary>The names of the publisher, the competences, the themes and the territories.</summary>
    Subjects = 4,

    Description = 8,

    /// <summary>A dataset's own texts, without the names of its subjects, publisher and places.</summary>
    Own = Title | Keywords | Description,

    /// <summary>All but the description.</summary>
    Short = Title | Keywords | Subjects,

    All = Own | Subjects,
}
