namespace DataCatalog.Dcat.Records;

/// <summary>
/// Says that a property holds a code of a vocabulary, or several. Its rules (<see cref="Rules.CodeRules"/>) and the links of the record to
/// the terms (<see cref="RecordCodes"/>) follow from that.
/// </summary>
/// <param name="scheme">The vocabulary: one of <see cref="Schemes"/>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CodeOfAttribute(string scheme) : Attribute
{
    public string Scheme => scheme;
}
