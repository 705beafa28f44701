namespace DataCatalog.Dcat.Rules;

/// <summary>How long a text is, in UTF-16 units, and whether it may have several lines.</summary>
public sealed record TextForm(int Least, int Most, bool HasLines = false)
{
    /// <summary>The title of an entry or of its example, and notes as short.</summary>
    public static readonly TextForm Title = new(3, 300);

    /// <summary>The name of an agent, a contact or a platform.</summary>
    public static readonly TextForm Name = new(2, 300);

    /// <summary>A label of a vocabulary, a name of a territory, and other words.</summary>
    public static readonly TextForm Label = new(1, 300);

    /// <summary>What an entry is: shorter ones only say its title again.</summary>
    public static readonly TextForm Description = new(50, 5000, HasLines: true);

    /// <summary>What a vocabulary is.</summary>
    public static readonly TextForm ShortDescription = new(10, 5000, HasLines: true);

    /// <summary>What a term is, or what is particular to a distribution.</summary>
    public static readonly TextForm Definition = new(3, 5000, HasLines: true);

    /// <summary>Where a term was read.</summary>
    public static readonly TextForm Remark = new(1, 5000, HasLines: true);

    /// <summary>An address or a precise reference.</summary>
    public static readonly TextForm Reference = new(3, 1000);
}
