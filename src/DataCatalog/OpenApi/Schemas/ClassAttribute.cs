namespace DataCatalog.OpenApi.Schemas;

/// <summary>The class of the nodes of a schema: the only value of their <c>type</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ClassAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
