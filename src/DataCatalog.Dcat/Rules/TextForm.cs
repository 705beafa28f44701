namespace DataCatalog.Dcat.Rules;

/// <summary>How long a text may be, in UTF-16 units, and whether it may have several lines.</summary>
public sealed record TextForm(int MinLength, int MaxLength, bool HasLines = false)
{
    /// <summary>The title of an entry or of its reuse example, and short notes.</summary>
    public static readonly TextForm Title = new(3, 300);

    /// <summary>The name of an agent, a contact or a platform.</summary>
    public static readonly TextForm Name = new(2, 300);

    /// <summary>A label of a vocabulary, the name of a territory, and other short texts.</summary>
    public static readonly TextForm Label = new(1, 300);

    /// <summary>The description of an entry: a shorter one only repeats the title.</summary>
    public static readonly TextForm Description = new(50, 5000, HasLines: true);

    /// <summary>The description of a vocabulary.</summary>
    public static readonly TextForm ShortDescription = new(10, 5000, HasLines: true);

    /// <summary>The definition of a term, or the description of a distribution.</summary>
    public static readonly TextForm Definition = new(3, 5000, HasLines: true);

    /// <summary>The source of a term.</summary>
    public static readonly TextForm Remark = new(1, 5000, HasLines: true);

    /// <summary>An address or a precise reference.</summary>
    public static readonly TextForm Reference = new(3, 1000);
}
